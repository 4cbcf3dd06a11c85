import { type CircuitWindow, circuitWindow } from './circuit-window.js';

/** When a circuit opens, and for how long. */
export interface CircuitPolicy {
  readonly failureRatio: number;
  readonly minimumCalls: number;
  readonly windowMs: number;
  readonly openMs: number;
}

/** What a call's end says of the server; `unknown` says nothing, as when the caller left. */
export type CircuitOutcome = 'success' | 'failure' | 'unknown';

/** A call that was let through; what it is told back must come with this. */
export interface Admission {
  readonly isProbe: boolean;
  /** How often the circuit had changed its state when the call was let through. */
  readonly epoch: number;
}

/** A refusal: how long the circuit stays open, undefined while a probe is under way. */
export interface Refusal {
  readonly retryAfterMs: number | undefined;
}

/** One circuit: closed, open, or half-open with one probe. Times are on a monotonic scale. */
export interface Circuit {
  readonly state: 'closed' | 'open' | 'half-open';
  /** Lets a call through, or says when to come back. */
  admit(nowMs: number): { readonly admitted: Admission } | { readonly refused: Refusal };
  /** Hears how a call ended. What began before the last change of state no longer counts. */
  tell(admission: Admission, outcome: CircuitOutcome, nowMs: number): void;
}

/**
 * A circuit that opens when too many of the latest calls failed.
 *
 * Pure: it has no timer. An open circuit becomes half-open with the first call after `openMs`.
 */
export function circuit(policy: CircuitPolicy): Circuit {
  const { failureRatio, minimumCalls, windowMs, openMs } = policy;
  let state: Circuit['state'] = 'closed';
  let window: CircuitWindow = circuitWindow(windowMs);
  let epoch = 0;
  let openUntilMs = 0;
  let isProbing = false;

  const change = (to: Circuit['state']) => {
    state = to;
    epoch++;
    isProbing = false;
  };
  const open = (nowMs: number) => {
    change('open');
    openUntilMs = nowMs + openMs;
  };

  return {
    get state() {
      return state;
    },
    admit(nowMs) {
      if (state === 'open' && nowMs >= openUntilMs) change('half-open');
      if (state === 'closed') return { admitted: { isProbe: false, epoch } };
      if (state === 'open') return { refused: { retryAfterMs: Math.ceil(openUntilMs - nowMs) } };
      if (isProbing) return { refused: { retryAfterMs: undefined } };
      isProbing = true;
      return { admitted: { isProbe: true, epoch } };
    },
    tell(admission, outcome, nowMs) {
      if (admission.epoch !== epoch) return;
      if (admission.isProbe) {
        isProbing = false;
        if (outcome === 'failure') open(nowMs);
        if (outcome === 'success') {
          change('closed');
          window = circuitWindow(windowMs);
        }
        return;
      }
      if (outcome === 'unknown') return;
      window.add(outcome === 'failure', nowMs);
      const { calls, failures } = window.counts(nowMs);
      if (calls >= minimumCalls && failures > 0 && failures / calls >= failureRatio) open(nowMs);
    },
  };
}
