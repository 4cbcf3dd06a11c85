import type { FaultCase } from '@farebox/simulator/fault-table';
import { expectedRequests } from '../expected-requests.ts';
import { isWhole, wholeText } from '../whole-answer.ts';
import type { PeerObservation } from './observe-peer.ts';

/** Attempts that any client may make where the failure is one that may be sent again. */
const fairAttempts = 3;
/** Timers of the platform may fire this much early. */
const timerSlackMs = 2;

/**
 * Why another client is not right about a case, as sentences; none means that it is.
 *
 * It is right if its caller can tell a whole answer from anything else, if the call ends, if nothing is
 * sent that may not be, or earlier than the provider said, and if the error shows neither key nor prompt.
 * It need not retry, know our kinds of errors, keep the partial text or say what was spent; and it may make
 * three attempts where the table allows two.
 */
export function faultsFound(faultCase: FaultCase, seen: PeerObservation): string[] {
  const { expected } = faultCase;
  const found: string[] = [];
  const claim = (holds: boolean, sentence: string) => {
    if (!holds) found.push(sentence);
  };
  const withTools = faultCase.request?.tools !== undefined;
  const whole = seen.got !== undefined && isWhole(faultCase.name, seen.got, withTools);
  if (seen.ended === 'hang') found.push('does not end');
  else if (seen.ended === 'outgrown') found.push('takes memory without a limit');
  else if (seen.ended === 'left') claim(seen.closed, 'leaves the connection open');
  else if (expected.kind === 'completed') {
    // Who does not retry, and says so, is honest.
    const mayFail = expected.attempts > 1;
    if (seen.ended === 'error') claim(mayFail, 'fails although the answer is whole');
    else claim(whole, 'takes what is not the whole answer for it');
  } else claim(seen.ended === 'error', 'takes a failure for an answer');

  const atMost = expected.retried
    ? Math.max(expectedRequests(faultCase), fairAttempts)
    : expectedRequests(faultCase);
  claim(seen.requests <= atMost, `sends ${seen.requests} requests where ${atMost} may be`);
  const { waitsAtLeastMs } = expected;
  const [waited] = seen.waitsMs;
  if (waitsAtLeastMs !== undefined && waited !== undefined) {
    claim(waited >= waitsAtLeastMs - timerSlackMs, `sends again earlier than it was told to`);
  }
  for (const leak of seen.leaks) found.push(`shows the ${leak} in its error`);
  return found;
}

/** What came of it, in a few words that are the same for all. */
export function outcomeOf(faultCase: FaultCase, seen: PeerObservation): string {
  if (seen.ended === 'hang') return 'hang';
  if (seen.ended === 'outgrown') return 'hang, memory';
  if (seen.ended === 'left') return 'left';
  if (seen.ended === 'error') return `error: ${nameOf(seen.error)}`;
  const withTools = faultCase.request?.tools !== undefined;
  const { got } = seen;
  if (got !== undefined && isWhole(faultCase.name, got, withTools)) return 'complete';
  if (got?.text === '' || typeof got?.text !== 'string') return 'complete, but empty';
  return wholeText.startsWith(got.text) ? 'complete, but partial' : 'complete, but foreign';
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'untyped';
  const className = error.constructor.name;
  // Where a class has not set its instances' name, its own says more.
  return error.name === 'Error' && className !== '' ? className : error.name;
}
