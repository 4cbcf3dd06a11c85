import { type CallEvent, type CallState, idleCall, nextCall } from './call-state.js';

/** The calls side by side, by the keys of their columns. */
export type Runs = ReadonlyMap<number, CallState>;

export type RunsAction =
  | { readonly type: 'call'; readonly key: number; readonly event: CallEvent }
  /** Only these columns are left. */
  | { readonly type: 'kept'; readonly keys: ReadonlySet<number> }
  | { readonly type: 'cleared' };

export const noRuns: Runs = new Map();

/** The next state: an event changes its own column's call, and no other. */
export function nextRuns(runs: Runs, action: RunsAction): Runs {
  if (action.type === 'cleared') return noRuns;
  if (action.type === 'kept') return new Map([...runs].filter(([key]) => action.keys.has(key)));
  const { key, event } = action;
  return new Map(runs).set(key, nextCall(runs.get(key) ?? idleCall, event));
}
