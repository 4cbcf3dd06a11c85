import type { Io } from '../io/io.js';
import { oneLine } from '../terminal/one-line.js';
import type { Candidate } from './candidate.js';
import { completeWords } from './complete-words.js';
import { isShell, type Shell } from './shells.js';

/**
 * Answers a shell that asks what may come next: a line each, the word and what it means with a tab between, or
 * `:files`. It never fails: a completion that cannot be made is none.
 *
 * @param argv the shell, and the words of the command line up to the cursor.
 */
export async function answerShell([shell = '', ...argv]: readonly string[], io: Io): Promise<0> {
  if (!isShell(shell)) return 0;
  try {
    const { words, typed } = readWords(shell, argv);
    const completion = await completeWords(words, io);
    const lines =
      completion === 'files'
        ? [':files']
        : completion.map((one) => lineOf(one, shell).slice(typed.length));
    await io.stdout.write(lines.map((line) => `${line}\n`).join(''));
  } catch {
    // Told by the command itself, once it is run.
  }
  return 0;
}

function lineOf({ value, description = '' }: Candidate, shell: Shell): string {
  return shell === 'bash' ? value : `${value}\t${oneLine(description)}`;
}

/** The words as they are on the line, and how much of the last one the shell keeps in front of what it is told. */
function readWords(shell: Shell, argv: readonly string[]) {
  if (shell === 'powershell')
    return { words: argv.map((word) => word.replace(/^=/, '')), typed: '' };
  if (shell !== 'bash') return { words: argv, typed: '' };
  // Bash takes = and : for words of their own, and puts what it is told behind the last of them.
  const words: string[] = [];
  let joins = false;
  let typed = '';
  for (const word of argv) {
    const isBreak = /^[=:]+$/.test(word);
    if ((isBreak || joins) && words.length > 0) {
      typed = isBreak ? `${words.at(-1)}${word}` : (words.at(-1) ?? '');
      words[words.length - 1] += word;
    } else {
      words.push(word);
      typed = '';
    }
    joins = isBreak;
  }
  return { words, typed };
}
