import type { Clock } from '@farebox/core';
import type { Compiled } from './compile.js';
import type { CellEvent } from './output.js';
import type { Line, PageMessage } from './protocol.js';
import { readCellMessage } from './read-cell-message.js';
import { serveFetch } from './serve-fetch.js';
import { writeShown } from './shown-value.js';

/** Walls around a cell, and a port through them. */
export interface CellFrame {
  send(message: PageMessage): void;
  /** Ends whatever runs inside, at once. */
  close(): void;
}

export interface RunCellOptions {
  readonly source: string;
  readonly compile: (source: string) => Compiled;
  /** Messages come as they are: nobody has looked at them. */
  readonly openFrame: (onMessage: (data: unknown) => void) => CellFrame;
  /** All that the cell can reach. */
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly onEvent: (event: CellEvent) => void;
}

const timeLimitMs = 10_000;
const maximumLines = 1_000;
const maximumCharacters = 100_000;
const tooManyCharacters = `Stopped: more than ${maximumCharacters} characters of output.`;
/** Lines are shown together, once per frame: a cell may write thousands in a second. */
const togetherMs = 16;

/** Runs a cell to its end: its last line, its first error, a limit, or the reader's stop. Never rejects. */
export async function runCell(options: RunCellOptions): Promise<void> {
  const { compile, clock, signal, onEvent } = options;
  onEvent({ type: 'started' });
  const compiled = compile(options.source);
  if ('failure' in compiled) {
    onEvent({ type: 'failed', failure: compiled.failure });
    return;
  }
  const startedMs = clock.monotonicMs();
  const lines = lineBuffer(clock, (together) => onEvent({ type: 'lines', lines: together }));
  await new Promise<void>((resolve) => {
    let ended = false;
    const end = (event: CellEvent) => {
      if (ended) return;
      ended = true;
      cancelLimit();
      signal.removeEventListener('abort', stop);
      service.close();
      frame.close();
      lines.flush();
      onEvent(event);
      resolve();
    };
    const stop = () => end({ type: 'stopped', why: 'Stopped.' });
    const frame = options.openFrame((data) => {
      if (ended) return;
      const message = readCellMessage(data);
      if (message?.type === 'ready') frame.send({ type: 'run', code: compiled.code });
      else if (message?.type === 'line') {
        const full = lines.add(message);
        if (full !== undefined) end({ type: 'stopped', why: full });
      } else if (message?.type === 'failed') end(message);
      else if (message?.type === 'done') {
        const isLong = writeShown(message.result ?? '').length > maximumCharacters;
        if (isLong) end({ type: 'stopped', why: tooManyCharacters });
        else end({ ...message, tookMs: clock.monotonicMs() - startedMs });
      } else if (message !== undefined) service.take(message);
    });
    const service = serveFetch(options.fetch, (message) => frame.send(message));
    const cancelLimit = clock.after(timeLimitMs, () =>
      end({ type: 'stopped', why: `Stopped after ${timeLimitMs / 1000} seconds.` }),
    );
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop);
  });
}

/** Gathers lines; says why once they are too many. */
function lineBuffer(clock: Clock, show: (lines: readonly Line[]) => void) {
  let waiting: Line[] = [];
  let count = 0;
  let characters = 0;
  const flush = () => {
    if (waiting.length > 0) show(waiting);
    waiting = [];
  };
  return {
    flush,
    add({ level, text, open }: Line): string | undefined {
      // A piece of a line is not a line; it counts as a character more, so that there is an end of them.
      if (open) characters += 1;
      else count += 1;
      characters += text.length;
      if (count > maximumLines) return `Stopped: more than ${maximumLines} lines of output.`;
      if (characters > maximumCharacters) return tooManyCharacters;
      if (waiting.length === 0) clock.after(togetherMs, flush);
      waiting.push({ level, text, ...(open && { open }) });
      return undefined;
    },
  };
}
