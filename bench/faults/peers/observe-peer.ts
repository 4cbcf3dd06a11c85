import type { ChatRequest } from '@farebox/core';
import type { FaultCase } from '@farebox/simulator/fault-table';
import { canaryKey, canaryPrompt, type Leak, leaksIn, printed } from '../canaries.ts';
import { type Caller, callerOf } from '../client-action.ts';
import { capMs, endlessCapMs, isEndless } from '../settings.ts';
import { allEnded } from '../venues/all-ended.ts';
import { type Venue, waitsOf } from '../venues/venue.ts';
import { within } from '../within.ts';
import { outgrown } from './outgrown.ts';
import type { Answered, Peer } from './peer.ts';
import { jumpWallClock } from './wall-clock.ts';

/** Everything that can be seen of one call through another client. */
export interface PeerObservation {
  /** What the client said; or it said nothing until it was stopped, for the time or the memory it took. */
  readonly ended: 'answered' | 'left' | 'error' | 'hang' | 'outgrown';
  /** What it said that it has. */
  readonly got: Exclude<Answered, 'left'> | undefined;
  readonly error: unknown;
  /** Text that the caller had been given. */
  readonly delivered: string;
  readonly leaks: readonly Leak[];
  readonly requests: number;
  readonly waitsMs: readonly number[];
  readonly elapsedMs: number;
  /** Whether it let go of its connections when it was done. */
  readonly closed: boolean;
}

/** Runs one case through another client, as its user would, and notes all that can be seen. */
export async function observePeer(
  peer: Peer,
  faultCase: FaultCase,
  venue: Venue,
): Promise<PeerObservation> {
  const clock = jumpWallClock();
  const caller = callerOf(faultCase.client, (ms, task) => void setTimeout(task, ms), clock.jump);
  const stop = new AbortController();
  let delivered = '';
  const task = {
    baseURL: venue.baseURL,
    apiKey: canaryKey,
    fetch: noticing(venue.fetch, caller),
    request: requestOf(faultCase),
    caller: { ...caller, signal: AbortSignal.any([caller.signal, stop.signal]) },
    onText: (piece: string) => {
      delivered += piece;
    },
  };
  const startMs = performance.now();
  caller.starts();
  const answered = peer.call(task).then(
    (reply) => ({ reply, error: undefined }),
    (error: unknown) => ({ reply: undefined, error }),
  );
  const grown = outgrown(isEndless(faultCase));
  const ended = await within(
    isEndless(faultCase) ? endlessCapMs : capMs,
    Promise.race([answered, grown.promise]),
  );
  const elapsedMs = performance.now() - startMs;
  grown.stop();
  clock.restore();
  const requests = Math.max(venue.sent.length, venue.books?.requests.length ?? 0);
  const waitsMs = waitsOf(venue.sent);
  const seen = { delivered, requests, waitsMs, elapsedMs };
  if (ended === 'hang' || ended === 'outgrown') {
    stop.abort();
    return { ...seen, ended, got: undefined, error: undefined, leaks: [], closed: false };
  }
  const closed = await allEnded(venue.books);
  const { reply, error } = ended;
  if (reply === undefined) {
    const leaks = leaksIn(printed([error]));
    return { ...seen, ended: 'error', got: undefined, error, leaks, closed };
  }
  const got = reply === 'left' ? undefined : reply;
  const how = reply === 'left' ? 'left' : 'answered';
  return { ...seen, ended: how, got, error: undefined, leaks: [], closed };
}

function requestOf({ request }: FaultCase): ChatRequest {
  return {
    model: 'gpt-4o-mini',
    messages: [{ role: 'user', content: canaryPrompt }],
    max_completion_tokens: 200,
    stream: true,
    ...(request?.stream === false ? {} : { stream_options: { include_usage: true } }),
    ...request,
  };
}

/** No client here says that it waits; a refusal is when it begins to. */
function noticing(fetch: typeof globalThis.fetch, caller: Caller): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (!response.ok) setTimeout(() => caller.waits(), noticeMs);
    return response;
  };
}

/** Long enough for a client to have read the refusal, shorter than any of them waits. */
const noticeMs = 50;
