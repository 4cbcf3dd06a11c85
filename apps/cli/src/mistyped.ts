import { ChatError, nearestNames } from '@farebox/core';
import { type CommandName, commandNames, isCommand, subcommandsOf } from './command-list.js';
import { editDistance } from './edit-distance.js';
import type { Io } from './io/io.js';
import { keyOnCommandLine } from './keys/key-on-command-line.js';
import { looksLikeKey } from './keys/looks-like-key.js';
import { oneLine } from './terminal/one-line.js';

/**
 * What is wrong with the words of a command line that were surely meant as a command's: `spned`,
 * `budgte show`, `budget shwo`. Undefined for everything else, which is a prompt.
 *
 * A prompt is money, so one word that is a slip away from a command is asked about instead of sent; not where
 * something is piped in, because that makes it a prompt.
 */
export function mistyped(argv: readonly string[], { stdin }: Io): ChatError | undefined {
  const [first = '', second] = argv;
  if (isCommand(first)) return mistypedSubcommand(first, second);
  if (stdin.kind === 'stream') return undefined;
  if (first === 'version' && argv.length === 1) return notCommand(first, '--version');
  const meant = commandNames.find((name) => name !== 'ask' && isSlip(first.toLowerCase(), name));
  if (meant === undefined) return undefined;
  const othersFit =
    argv.slice(1).every((word) => word.startsWith('-')) ||
    subcommandsOf(meant).includes(second ?? '');
  return othersFit ? notCommand(first, [meant, ...argv.slice(1)].join(' ')) : undefined;
}

function mistypedSubcommand(name: CommandName, word: string | undefined): ChatError | undefined {
  const words = subcommandsOf(name);
  if (words.length === 0 || word === undefined || word.startsWith('-')) return undefined;
  if (words.includes(word)) return undefined;
  if (looksLikeKey(word)) return keyOnCommandLine();
  // As a list gives them; `logs 7` means the receipt.
  const isReceipt = name === 'logs' && /^\d{1,15}$|^call_\w{1,40}(?:\/\d+)?$/.test(word);
  const nearest = isReceipt ? [`show ${word}`] : nearestNames(word, words);
  const shown = nearest.length === 0 ? words : nearest;
  return new ChatError({
    kind: 'configuration',
    message: `farebox ${name} has no command ${/^[\w-]{1,20}$/.test(word) ? word : 'of that name'}.`,
    fix: `${nearest.length === 0 ? 'It has' : 'The nearest:'} ${shown.map((one) => `farebox ${name} ${one}`).join(', ')}.`,
  });
}

/** One slip, or two in a word so long that two leave it recognisable. */
function isSlip(word: string, name: string): boolean {
  if (word.length < 3) return false;
  return editDistance(word, name) <= (name.length < 6 ? 1 : 2);
}

function notCommand(word: string, meant: string): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: `"${word}" is no command, and as a prompt it would be sent.`,
    fix: `Did you mean farebox ${oneLine(meant)}? To ask it: farebox ask ${word}`,
  });
}
