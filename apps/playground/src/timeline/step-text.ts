import type { ErrorRecord } from '../wire/error-record.js';
import type { RunEnd, RunStep } from '../wire/run-event.js';
import { chargeText } from './charge-text.js';
import { inSeconds } from './in-seconds.js';

/** A line of the timeline: what happened, and why. */
export interface StepText {
  readonly what: string;
  readonly why?: string;
}

/** A step in words. */
export function stepText(step: RunStep): StepText {
  switch (step.type) {
    case 'attempt':
      return { what: `Attempt ${step.attempt} leaves` };
    case 'headers': {
      const { status, contentType, retryAfter } = step;
      const type = contentType.split(';')[0] || 'no content type';
      const what = `Headers: ${status}, ${type}`;
      return retryAfter === undefined ? { what } : { what, why: `Retry-After: ${retryAfter}` };
    }
    case 'first-token':
      return { what: 'The answer begins' };
    case 'settled':
      return {
        what: `Attempt ${step.attempt} ends: ${step.outcome}`,
        why: chargeText(step.charge),
      };
    case 'wait':
      return {
        what: `Waits ${inSeconds(step.waitMs)}, then sends again`,
        why: `${waitReason(step.waitMs, step.error)} ${step.error.message}`,
      };
    case 'fallback':
      return { what: `Goes on with ${step.model}` };
    case 'resumed':
      return {
        what:
          step.how === 'restart'
            ? 'The answer broke off and begins anew'
            : 'The answer broke off and goes on',
      };
    case 'acted':
      return { what: step.what };
    case 'ended':
      return endText(step.end);
  }
}

/** Whether the wait is the server's word or the client's own. */
export function isAskedFor(waitMs: number, { retryAfterMs }: ErrorRecord): boolean {
  return retryAfterMs !== undefined && waitMs <= Math.ceil(retryAfterMs);
}

function waitReason(waitMs: number, error: ErrorRecord): string {
  if (isAskedFor(waitMs, error)) return 'The server asked for it.';
  if (error.retryAfterMs === undefined) return 'Backoff, drawn at random.';
  return `Backoff, longer than the ${inSeconds(error.retryAfterMs)} that the server asked for.`;
}

/** How a run ended, in words. */
function endText(end: RunEnd): StepText {
  if (end.how === 'completed') return { what: 'The call is complete' };
  if (end.how === 'abandoned') return { what: 'The call is over: its reader left' };
  const why = whyNoMore(end.error);
  return { what: `The call fails: ${end.error.name}`, ...(why !== undefined && { why }) };
}

/** Why no other attempt is made. */
function whyNoMore({ kind, delivered, gaveUp, retryAfterMs }: ErrorRecord): string | undefined {
  if (kind === 'aborted') return undefined;
  switch (delivered ? 'delivered' : gaveUp) {
    case 'not-retried':
      return 'Another attempt would fare no better.';
    case 'delivered':
      return 'A part was delivered, so it is not sent again.';
    case 'attempts':
      return 'All attempts are used up.';
    case 'retry-after':
      return `The provider asks for a wait of ${inSeconds(retryAfterMs ?? 0)}, which is too long.`;
    case 'deadline':
      return 'No time is left.';
    case 'retry-quota':
    case 'budget':
      return `No ${gaveUp} is left.`;
    default:
      return undefined;
  }
}
