import { ChatError } from '@farebox/core';

/** A terminal that can be read key by key, such as `process.stdin`. */
export interface KeyedTerminal extends AsyncIterable<Uint8Array> {
  setRawMode(raw: boolean): unknown;
}

const ctrlC = '\u0003';
const ctrlD = '\u0004';
const ctrlU = '\u0015';

/**
 * One line from a terminal, of which nothing is shown while it is typed or pasted.
 *
 * Backspace takes one character back and Ctrl-U all. The terminal is as before when this ends, whatever ended it.
 *
 * @param write where the question goes, and the line end after the answer.
 * @throws {ChatError} `aborted` on Ctrl-C, which the terminal sends as a byte meanwhile.
 */
export async function readHidden(
  question: string,
  terminal: KeyedTerminal,
  write: (text: string) => Promise<void>,
): Promise<string> {
  // Before the question: what is pasted in answer to it must find the terminal silent.
  terminal.setRawMode(true);
  try {
    await write(question);
    return await lineOf(terminal);
  } finally {
    terminal.setRawMode(false);
    await write('\n');
  }
}

async function lineOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let line: string[] = [];
  for await (const piece of bytes) {
    for (const character of decoder.decode(piece, { stream: true })) {
      if (character === '\r' || character === '\n' || character === ctrlD) return line.join('');
      if (character === ctrlC) throw interruption();
      if (character === ctrlU) line = [];
      else if (character === '\b' || character === '\u007f') line.pop();
      else line.push(character);
    }
  }
  return line.join('');
}

function interruption(): ChatError {
  return new ChatError({
    kind: 'aborted',
    code: 'not-sent',
    message: 'Interrupted while a key was asked for; nothing was saved.',
  });
}
