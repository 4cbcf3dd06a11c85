import type { Clock, Fetch } from '@farebox/core';
import { type BilledRequest, type Books, openBooks } from './books/books.js';
import { promptCache } from './cache/prompt-cache.js';
import { orAbort } from './clock/abortable.js';
import { systemClock } from './clock/system-clock.js';
import { type FaultStep, faultsOf } from './faults/script.js';
import { type WireSink, wireKey } from './faults/wire-fault.js';
import { route } from './http/route.js';
import { keptReplies } from './idempotency/kept-replies.js';
import { openLimiter } from './limits/limiter.js';
import { checkLimits, type Limits } from './limits/limits.js';
import { checkScripted, type ScriptedAnswer } from './model/scripted-answer.js';
import type { Provider, SimulatedRequest } from './provider.js';
import { freshSeed } from './random/dice.js';
import { identifiers } from './random/identifiers.js';
import { PlainHeaders } from './reply/plain-headers.js';
import { asResponse, type SimulatedReply } from './reply/plain-reply.js';
import { checkPace, type Pace } from './wire/pace.js';

export interface SimulateOptions {
  /** Makes answers, ids and obfuscation repeat. Default: chance. */
  readonly seed?: number;
  /** What goes wrong, one step per chat completion, then nothing. Default: nothing. */
  readonly faults?: readonly FaultStep[];
  /**
   * What is said instead of the model's own words: answers that are used up in order, and rules that
   * stay. Default: nothing. Counted, cut at ceilings and stop sequences, and billed like any answer.
   */
  readonly answers?: readonly ScriptedAnswer[];
  /** The keys that are let in; any other gets a 401. Default: any key, or none. */
  readonly apiKeys?: readonly string[];
  /** Default: the machine's clock. */
  readonly clock?: Clock;
  /** Default: as fast as the reply is read. */
  readonly pace?: Pace;
  /** What each model lets through in a minute; over it, a 429. Default: everything. */
  readonly limits?: Limits;
  /** Hears of each chat completion at its end, as the books have it; it must not throw. */
  readonly onEnd?: (request: BilledRequest) => void;
}

/** A provider in a variable. */
export interface Simulator {
  /** Stands in for the platform's `fetch`, and never touches the network. */
  readonly fetch: typeof globalThis.fetch;
  /**
   * The same for calls of `@farebox/client`, which check what they send, and without the platform's `Request` and `Response`: a program that has not used
   * them yet has its first answer 25 ms sooner, because Node.js loads them when they are first used.
   */
  readonly bareFetch: Fetch;
  readonly books: Books;
  /** The script that is left; push steps to it at any time. */
  readonly faults: FaultStep[];
  /** The answers that are left; push more at any time. Empty after a test means that all were used. */
  readonly answers: ScriptedAnswer[];
}

/**
 * An OpenAI-compatible chat provider as a `fetch`: chat completions, models, and faults on request.
 *
 * The first request loads the tokenizer, and the first that is more than texts the schema of requests; under a clock
 * of your own, that time passes on the machine's clock alone.
 *
 * It is no language model: it answers a beginner's questions about programming from an authored
 * corpus, and says so when it has nothing. Bills and token counts are its own.
 * @throws {TypeError} when an option cannot work; the message names it.
 * @example
 * const simulator = simulate({ seed: 1 });
 * await simulator.fetch('http://simulator/v1/chat/completions', {
 *   method: 'POST',
 *   headers: { 'content-type': 'application/json' },
 *   body: JSON.stringify({ model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Hi' }] }),
 * });
 * simulator.books.requests.length // => 1
 */
export function simulate(options: SimulateOptions = {}): Simulator {
  const { clock = systemClock, apiKeys, pace, limits = {} } = options;
  if (options.seed !== undefined && !Number.isFinite(options.seed)) {
    throw new TypeError(`seed is ${options.seed}; give a finite number, or leave it out.`);
  }
  if (pace !== undefined) checkPace(pace);
  checkLimits(limits);
  const faults = [...(options.faults ?? [])];
  for (const step of faults) faultsOf(step);

  const answers = [...(options.answers ?? [])];
  for (const answer of answers) checkScripted(answer);

  const { books, arrived } = openBooks(options.onEnd);
  const any = String(options.seed ?? freshSeed());
  // A request's own seed must repeat also in a simulator that was given none.
  const seed = { any, chosen: String(options.seed ?? '') };
  const limiter = openLimiter(limits, clock);
  const kept = keptReplies(clock);
  const cache = promptCache();
  const provider: Provider = {
    clock,
    apiKeys,
    pace,
    seed,
    faults,
    answers,
    limiter,
    kept,
    cache,
    arrived,
  };
  let number = 0;

  const answer = (
    request: SimulatedRequest,
    signal: AbortSignal | undefined,
    wire?: WireSink,
  ): Promise<SimulatedReply> => {
    number += 1;
    const { request: id } = identifiers(any, number);
    const arrival = { request, number, id, startedMs: clock.monotonicMs(), signal, wire };
    return orAbort(route(provider, arrival), signal);
  };

  const bareFetch: Fetch = async (url, { method, headers, body, signal }) => {
    signal.throwIfAborted();
    const request = {
      method,
      url,
      headers: new PlainHeaders(headers),
      text: async () => body.replace(/^\ufeff/, ''),
    };
    return answer(request, signal);
  };

  const fetch: typeof globalThis.fetch = async (input, init) => {
    const given = init?.signal !== undefined ? init.signal : signalOf(input);
    const signal = given ?? undefined;
    // The signal is kept out of the Request, whose listeners go only when it is collected.
    const request = new Request(input, { ...init, signal: null });
    signal?.throwIfAborted();
    const wire = (init as { [wireKey]?: WireSink } | undefined)?.[wireKey];
    return asResponse(await answer(request, signal, wire));
  };
  return { fetch, bareFetch, books, faults, answers };
}

function signalOf(input: RequestInfo | URL): AbortSignal | undefined {
  return input instanceof Request ? input.signal : undefined;
}
