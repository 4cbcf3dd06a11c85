import type { Failure, LineLevel } from './protocol.js';

/** One line of a cell's console. */
export interface OutputLine {
  readonly level: LineLevel;
  readonly text: string;
}

/** A cell, as the page shows it. */
export interface CellState {
  /** `stopped` is the time limit, the output cap or the reader; `why` says which. */
  readonly phase: 'idle' | 'running' | 'done' | 'failed' | 'stopped';
  readonly lines: readonly OutputLine[];
  readonly result?: string;
  readonly failure?: Failure;
  readonly why?: string;
  readonly tookMs?: number;
}

export type CellEvent =
  | { readonly type: 'started' }
  | { readonly type: 'lines'; readonly lines: readonly OutputLine[] }
  | { readonly type: 'done'; readonly result?: string; readonly tookMs: number }
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
      return { ...state, lines: [...state.lines, ...event.lines] };
    default: {
      if (state.phase !== 'running') return state;
      const { type: phase, ...facts } = event;
      return { ...state, phase, ...facts };
    }
  }
}
