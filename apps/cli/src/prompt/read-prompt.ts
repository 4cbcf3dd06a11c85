import { ChatError } from '@farebox/core';
import type { Io } from '../io/io.js';
import { readStdin } from './read-stdin.js';

/**
 * The prompt: the words, standard input, or both with an empty line between.
 *
 * Standard input is read when it is a pipe, a file or a socket; a terminal is never waited for. The
 * word `-` stands for it, and makes it an error if there is none.
 *
 * @throws {ChatError} `configuration` when that leaves nothing to ask.
 */
export async function readPrompt(words: readonly string[], io: Io): Promise<string> {
  const said = words.filter((word) => word !== '-');
  const explicit = said.length < words.length;
  const { kind } = io.stdin;
  if (kind === 'terminal' && (explicit || said.length === 0)) throw nothingToRead(explicit);
  const piped = kind === 'stream' ? await readStdin(io, said.length > 0) : '';
  const prompt = [said.join(' '), piped].filter((part) => part !== '').join('\n\n');
  if (prompt.trim() === '') throw empty();
  return prompt;
}

const example =
  'Give one, as in: farebox "Explain a for loop"   or: farebox -r debugger < broken.py';

function nothingToRead(explicit: boolean): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: explicit
      ? '- stands for standard input, and that is the terminal.'
      : 'There is no prompt.',
    fix: example,
  });
}

function empty(): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: 'The prompt is empty, and nothing came from standard input.',
    fix: example,
  });
}
