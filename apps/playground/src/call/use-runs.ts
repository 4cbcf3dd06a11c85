import { type ChatMessage, type Clock, tool } from '@farebox/core';
import { useEffect, useReducer, useRef } from 'react';
import type { Offer } from '../connection/offer.js';
import type { FareBox } from '../fare-box/fare-box.js';
import type { Asking } from '../workbench/asking.js';
import type { Column, Setup } from '../workbench/setup/setup.js';
import { type AskedColumn, askedColumn } from './asked-column.js';
import { type CallState, idleCall } from './call-state.js';
import { type Line, runCall } from './run-call.js';
import { nextRuns, noRuns, type Runs } from './runs.js';

export interface RunControls {
  readonly runs: Runs;
  readonly callOf: (column: Column) => CallState;
  readonly askedOf: (column: Column) => AskedColumn | undefined;
  /** Runs every column at once, each as the form is now, for whoever answers. */
  readonly runAll: (setup: Setup, offer: Offer) => void;
  /** Goes on with results for the calls of functions that wait, by their ids. */
  readonly answer: (column: Column, results: ReadonlyMap<string, string>) => void;
  readonly stop: () => void;
  /** Stops what is under way, and forgets all. */
  readonly clear: () => void;
}

interface UseRunsOptions {
  /** Those that are on the form: a run whose column is taken away is stopped, and forgotten. */
  readonly columns: readonly Column[];
  readonly fareBox: FareBox;
  readonly connect: () => Promise<Line>;
  readonly clock: Pick<Clock, 'monotonicMs'>;
}

/** The runs of all columns, under one budget. They end with their page: nobody pays for what nobody reads. */
export function useRuns({ columns, fareBox, connect, clock }: UseRunsOptions): RunControls {
  const [runs, dispatch] = useReducer(nextRuns, noRuns);
  const asked = useRef(new Map<number, AskedColumn>());
  const controllers = useRef(new Map<number, AbortController>());

  useEffect(() => {
    const { current } = controllers;
    return () => {
      for (const controller of current.values()) controller.abort();
    };
  }, []);
  useEffect(() => {
    const keys = new Set(columns.map(({ key }) => key));
    const gone = [...controllers.current].filter(([key]) => !keys.has(key));
    if (gone.length === 0) return;
    for (const [key, controller] of gone) {
      controller.abort();
      controllers.current.delete(key);
      asked.current.delete(key);
    }
    dispatch({ type: 'kept', keys });
  }, [columns]);

  const run = (key: number, asking: Asking, after?: readonly ChatMessage[]) => {
    controllers.current.get(key)?.abort();
    const own = new AbortController();
    controllers.current.set(key, own);
    void runCall({
      asking,
      ...(after !== undefined && { after }),
      fareBox,
      connect,
      clock,
      signal: own.signal,
      onEvent: (event) => {
        if (controllers.current.get(key) === own) dispatch({ type: 'call', key, event });
      },
    });
  };
  const callOf = ({ key }: Column) => runs.get(key) ?? idleCall;
  const stop = () => {
    for (const controller of controllers.current.values()) controller.abort();
  };
  const clear = () => {
    stop();
    controllers.current.clear();
    asked.current.clear();
    dispatch({ type: 'cleared' });
  };
  return {
    runs,
    callOf,
    askedOf: ({ key }) => asked.current.get(key),
    runAll(setup, offer) {
      clear();
      const at = Date.now();
      for (const column of setup.columns) {
        const own = askedColumn(setup, column, { offer, at });
        asked.current.set(column.key, own);
        run(column.key, own.asking);
      }
    },
    answer(column, results) {
      const was = asked.current.get(column.key);
      const { messages, toolCalls } = callOf(column);
      if (was === undefined) return;
      const told = toolCalls.map(({ id }) => tool(id, results.get(id) ?? ''));
      run(column.key, was.asking, [...messages, ...told]);
    },
    stop,
    clear,
  };
}
