import type { Simulator } from '@farebox/simulator';
import { useReducer, useRef, useState } from 'react';
import type { Question } from '../ask/question.js';
import type { FareBox } from '../fare-box/fare-box.js';
import { type CallState, idleCall, nextCall } from './call-state.js';
import { runCall } from './run-call.js';

export interface CallControls {
  readonly call: CallState;
  /** What was asked last; the form may have moved on. */
  readonly asked: Question | undefined;
  readonly ask: (question: Question) => void;
  readonly stop: () => void;
  readonly clear: () => void;
}

/** One call at a time, under the page's budget. */
export function useCall(fareBox: FareBox, simulator: () => Promise<Simulator>): CallControls {
  const [call, dispatch] = useReducer(nextCall, idleCall);
  const [asked, setAsked] = useState<Question>();
  const controller = useRef<AbortController>(undefined);

  const ask = (question: Question) => {
    controller.current?.abort();
    const own = new AbortController();
    controller.current = own;
    setAsked(question);
    void runCall({
      question,
      fareBox,
      simulator,
      signal: own.signal,
      nowMs: () => performance.now(),
      onEvent: (event) => {
        if (controller.current === own) dispatch(event);
      },
    });
  };
  const stop = () => controller.current?.abort();
  const clear = () => {
    stop();
    controller.current = undefined;
    dispatch({ type: 'cleared' });
  };
  return { call, asked, ask, stop, clear };
}
