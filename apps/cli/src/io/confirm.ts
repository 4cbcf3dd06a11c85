import type { Io } from './io.js';

/** Asks at the terminal; anything but a y or yes is no, the end of input and Ctrl-C too. */
export async function confirm(
  question: string,
  { stdin, stderr, interrupted }: Io,
): Promise<boolean> {
  await stderr.write(`${question} [y/N] `);
  const answer = await Promise.race([firstLine(stdin.bytes), toldOf(interrupted)]);
  // What comes next does not belong behind the question.
  if (interrupted.aborted) await stderr.write('\n');
  return /^\s*y(?:es)?\s*$/i.test(answer);
}

async function firstLine(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let line = '';
  for await (const piece of bytes) {
    line += decoder.decode(piece, { stream: true });
    const end = line.indexOf('\n');
    if (end !== -1) return line.slice(0, end);
  }
  return line;
}

function toldOf(signal: AbortSignal): Promise<string> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve('');
    signal.addEventListener('abort', () => resolve(''), { once: true });
  });
}
