import { describe, expect, it } from 'vitest';
import vectors from '../../vectors/retry.json' with { type: 'json' };
import { ChatError, type ChatErrorFacts } from '../errors/chat-error.js';
import { classifyErrorObject } from '../errors/classify-error-object.js';
import { classifyResponse } from '../errors/classify-response.js';
import { decideRetry, defaultRetryPolicy } from './decide-retry.js';
import { retryCost, retryQuota } from './retry-quota.js';

interface Reply {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly error?: object;
  readonly body?: string;
}

interface Vector {
  readonly name: string;
  readonly reply?: Reply;
  readonly event?: object;
  readonly delivered?: boolean;
  readonly error?: Partial<ChatErrorFacts> & Pick<ChatErrorFacts, 'kind'>;
  readonly attempt?: number;
  readonly remainingMs?: number;
  readonly quotaTokens?: number;
  readonly kind: string;
  readonly retryAfterMs?: number;
  readonly decision: { giveUp: string } | { atLeastMs: number; atMostMs: number };
}

// What JSON infers is a union with a member for each vector; what they have in common is Vector.
const decisions = vectors.decisions as readonly unknown[] as readonly Vector[];
const nowMs = Date.parse(vectors.now);
/** The lowest and the highest draw that a `random` can make. */
const draws = { lowest: 0, highest: 1 - 2 ** -53 };

function errorOf({ reply, event, delivered, error }: Vector): ChatError {
  if (event !== undefined) return classifyErrorObject(event, { status: 200, delivered });
  if (reply === undefined) return new ChatError({ kind: 'server', message: 'Down.', ...error });
  const { status, headers = {} } = reply;
  const body = reply.body ?? (reply.error ? JSON.stringify({ error: reply.error }) : '');
  return classifyResponse({ status, headers: new Headers(headers), body, nowMs });
}

describe('the published decisions', () => {
  it('have each its own name', () => {
    const names = decisions.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.length).toBeGreaterThan(120);
  });

  it.each(decisions)('$name', (vector) => {
    const { attempt = 1, remainingMs, quotaTokens = vectors.policy.quota.tokens } = vector;
    const error = errorOf(vector);
    const decide = (draw: number) =>
      decideRetry(defaultRetryPolicy, { error, attempt, remainingMs, quotaTokens }, () => draw);
    expect(error).toMatchObject({ kind: vector.kind, retryAfterMs: vector.retryAfterMs });
    if ('giveUp' in vector.decision) {
      for (const draw of Object.values(draws)) expect(decide(draw)).toEqual(vector.decision);
      return;
    }
    const { atLeastMs, atMostMs, ...rest } = vector.decision;
    expect(decide(draws.lowest)).toEqual({ retryInMs: atLeastMs });
    expect(decide(draws.highest)).toEqual({ retryInMs: atMostMs });
    expect(rest).toEqual({ costTokens: retryCost(error) });
  });
});

describe('the published policy', () => {
  const { policy } = vectors;

  it('is the default', () => {
    const { retries, maxRetryAfterMs } = defaultRetryPolicy;
    expect({ retries, maxRetryAfterMs }).toEqual({
      retries: policy.retries,
      maxRetryAfterMs: policy.maxRetryAfterMs,
    });
    expect(retryQuota().left('https://api.example.com')).toBe(policy.quota.tokens);
    const costOf = (kind: ChatErrorFacts['kind']) =>
      retryCost(new ChatError({ kind, message: '' }));
    expect([costOf('server'), costOf('rate-limit')]).toEqual([
      policy.quota.transient,
      policy.quota.throttled,
    ]);
  });

  it('bounds every one of 100,000 waits, which fill their range evenly', () => {
    const random = mulberry32(20261124);
    const rows = vectors.backoff.flatMap(({ attempt, transientAtMostMs, throttledAtMostMs }) => [
      { attempt, backoff: defaultRetryPolicy.transient, atMostMs: transientAtMostMs },
      { attempt, backoff: defaultRetryPolicy.throttled, atMostMs: throttledAtMostMs },
    ]);
    const drawsEach = Math.ceil(100_000 / rows.length);
    for (const { attempt, backoff, atMostMs } of rows) {
      const tenths = new Array<number>(10).fill(0);
      for (let draw = 0; draw < drawsEach; draw++) {
        const part = backoff(attempt, random) / atMostMs;
        if (!(part >= 0 && part < 1)) throw new Error(`attempt ${attempt}: ${part * atMostMs} ms`);
        tenths[Math.floor(part * 10)] = (tenths[Math.floor(part * 10)] ?? 0) + 1;
      }
      // Six standard deviations of a tenth of 5,556 draws are 135.
      for (const count of tenths) expect(Math.abs(count - drawsEach / 10)).toBeLessThan(135);
    }
  });
});

/** A small seeded generator, so that the draws are the same in every run. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
