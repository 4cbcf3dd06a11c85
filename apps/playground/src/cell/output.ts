import type { Failure, Line } from './protocol.js';
import type { ShownValue } from './shown-value.js';

/** A cell, as the page shows it. */
export interface CellState {
  /** `stopped` is the time limit, the output cap or the reader; `why` says which. */
  readonly phase: 'idle' | 'running' | 'done' | 'failed' | 'stopped';
  readonly lines: readonly Line[];
  readonly result?: ShownValue;
  readonly failure?: Failure;
  readonly why?: string;
  readonly tookMs?: number;
}

export type CellEvent =
  | { readonly type: 'started' }
  | { readonly type: 'lines'; readonly lines: readonly Line[] }
  | { readonly type: 'done'; readonly result?: ShownValue; readonly tookMs: number }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'stopped'; readonly why: string }
  | { readonly type: 'cleared' };

export const idleCell: CellState = { phase: 'idle', lines: [] };

/** The next state of a cell. */
export function nextCell(state: CellState, event: CellEvent): CellState {
  switch (event.type) {
    case 'started':
      return { phase: 'running', lines: [] };
    case 'cleared':
      return idleCell;
    case 'lines':
      return { ...state, lines: event.lines.reduce(withLine, [...state.lines]) };
    default: {
      if (state.phase !== 'running') return state;
      const { type: phase, ...facts } = event;
      return { ...state, phase, ...facts };
    }
  }
}

/** Adds to a list that is the caller's own: a cell prints a thousand lines in no time. */
function withLine(lines: Line[], line: Line): Line[] {
  const last = lines.at(-1);
  if (last?.open !== true || last.level !== line.level) lines.push(line);
  else lines[lines.length - 1] = { ...line, text: last.text + line.text };
  return lines;
}
