import { Refusal } from '../refusal/refusal.js';
import { organization } from './organization.js';
import { spellDuration } from './spell-duration.js';

/** A limit that a request would pass. */
export interface PassedLimit {
  readonly model: string;
  readonly kind: 'requests' | 'tokens';
  readonly perMinute: number;
  readonly used: number;
  readonly requested: number;
  /** Left out, the reply asks for no wait. */
  readonly waitMs?: number | undefined;
}

/** 429, and the wait in both headers and in words: to the millisecond, and to the next second. */
export function rateLimited(limit: PassedLimit): Refusal {
  const { model, kind, perMinute, used, requested, waitMs } = limit;
  const hint = waitMs === undefined ? '' : ` Please try again in ${spellDuration(waitMs)}.`;
  const headers =
    waitMs === undefined
      ? {}
      : { 'retry-after': String(Math.ceil(waitMs / 1000)), 'retry-after-ms': String(waitMs) };
  return refusal(
    kind,
    `Rate limit reached for ${model} in organization ${organization} on ${spelt[kind]}: Limit ${perMinute}, Used ${used}, Requested ${requested}.${hint}`,
    headers,
  );
}

/** 429 for more than a whole minute's limit: no wait helps, so none is named. */
export function requestTooLarge({ model, kind, perMinute, requested }: PassedLimit): Refusal {
  return refusal(
    kind,
    `Request too large for ${model} in organization ${organization} on ${spelt[kind]}: Limit ${perMinute}, Requested ${requested}. The input or output tokens must be reduced in order to run successfully.`,
    {},
  );
}

const spelt = { requests: 'requests per min (RPM)', tokens: 'tokens per min (TPM)' };

function refusal(kind: string, sentence: string, headers: Readonly<Record<string, string>>) {
  const message = `${sentence} Visit https://platform.openai.com/account/rate-limits to learn more.`;
  return new Refusal(
    429,
    { message, type: kind, param: null, code: 'rate_limit_exceeded' },
    headers,
  );
}
