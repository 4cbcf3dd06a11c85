import type { ServedTier } from '../books/tariff.js';
import { dice } from '../random/dice.js';

/** What every chunk of a reply, and the whole one, say about it. */
export interface ReplyFacts {
  readonly id: string;
  /** Seconds since 1970. */
  readonly created: number;
  /** The dated snapshot. */
  readonly model: string;
  /** The tier that serves, which need not be the one asked for. */
  readonly serviceTier: ServedTier;
}

/**
 * Fields that OpenAI sends with every reply.
 *
 * The fingerprint is the snapshot's own, `fp_` and ten hexadecimal digits, and never changes.
 */
export function constantsOf({ model, serviceTier }: ReplyFacts) {
  const random = dice(`fingerprint:${model}`);
  const digits = Array.from({ length: 10 }, () => Math.floor(random() * 16).toString(16));
  return { service_tier: serviceTier, system_fingerprint: `fp_${digits.join('')}` };
}
