/** What every chunk of a reply, and the whole one, say about it. */
export interface ReplyFacts {
  readonly id: string;
  /** Seconds since 1970. */
  readonly created: number;
  /** The dated snapshot. */
  readonly model: string;
}

/** Fields that OpenAI sends with every reply, the same each time here. */
export const constants = {
  service_tier: 'default',
  system_fingerprint: 'fp_simulator',
} as const;
