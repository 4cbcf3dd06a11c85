import type { Input } from '../io/io.js';
import type { LineEditor } from '../io/line-editor.js';

/** The lines of a pipe or a file, without a prompt: for scripts. */
export function pipedLines({ bytes }: Pick<Input, 'bytes'>, signal: AbortSignal): LineEditor {
  const lines = linesOf(bytes);
  const ended = new Promise<undefined>((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  return {
    async read() {
      const next = await Promise.race([lines.next(), ended]);
      return next === undefined || next.done === true
        ? { kind: 'end' }
        : { kind: 'line', text: next.value };
    },
    during: (run) => run(signal),
    close() {},
  };
}

async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of bytes) {
    rest += decoder.decode(piece, { stream: true });
    const lines = rest.split(/\r?\n/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
  return undefined;
}
