import { keyOnCommandLine } from '../keys/key-on-command-line.js';
import { looksLikeKey } from '../keys/looks-like-key.js';
import { oneLine } from '../terminal/one-line.js';
import { failureLines } from './failure-lines.js';

/** Options that other commands have for a key; here is none. */
const keyOption = /unknown option '--(?:\w+-)*key\b/i;

/**
 * What is printed for a command line that the parser does not understand.
 *
 * @param text the parser's message; it may have what was typed, but never the value of an option.
 * @param name of the command, such as `farebox budget set`.
 */
export function usageLines(text: string, name: string): string {
  if (hasKey(text, name)) return failureLines(keyOnCommandLine(), {});
  const message = oneLine(text.replace(/^error: /, '').replace(/('-[^'=]*)=[^']*'/, "$1'"));
  return `farebox: ConfigurationError: ${message}\n  fix: See ${name} --help for the options; a prompt that begins with a dash goes after --.\n`;
}

/** Whether what was typed has a key in it: in place of `farebox keys set`, which asks for one, any second word is. */
function hasKey(text: string, name: string): boolean {
  if (keyOption.test(text)) return true;
  if (name === 'farebox keys' && text.includes("too many arguments for 'set'")) return true;
  return text.split(/[\s,'"]+/).some((word) => looksLikeKey(word.replace(/\.$/, '')));
}
