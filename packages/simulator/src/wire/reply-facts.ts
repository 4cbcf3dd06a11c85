import { dice } from '../random/dice.js';

/** What every chunk of a reply, and the whole one, say about it. */
export interface ReplyFacts {
  readonly id: string;
  /** Seconds since 1970. */
  readonly created: number;
  /** The dated snapshot. */
  readonly model: string;
}

/**
 * Fields that OpenAI sends with every reply.
 *
 * The tier is the one served, whatever was asked for: the price list has no other. The fingerprint
 * is the snapshot's own, `fp_` and ten hexadecimal digits, and never changes.
 */
export function constantsOf(model: string) {
  const random = dice(`fingerprint:${model}`);
  const digits = Array.from({ length: 10 }, () => Math.floor(random() * 16).toString(16));
  return { service_tier: 'default', system_fingerprint: `fp_${digits.join('')}` } as const;
}
