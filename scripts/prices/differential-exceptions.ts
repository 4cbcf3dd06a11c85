/** A difference to the source's own arithmetic that we want, with the reason. */
export interface Exception {
  /** As `list/model`. */
  readonly models: readonly string[];
  readonly when:
    | { readonly promptTokens: number }
    | { readonly kind: 'audio' }
    | { readonly cacheWrites: true }
    | { readonly before: string };
  readonly reason: string;
}

/** All of them. One that no longer makes a difference fails the proof, and so does one that is missing. */
export const exceptions: readonly Exception[] = [
  {
    models: [
      'openai/gpt-5.4',
      'openai/gpt-5.4-pro',
      'openai/gpt-5.5',
      'openai/gpt-5.5-pro',
      'openai/gpt-5.6-luna',
      'openai/gpt-5.6-sol',
      'openai/gpt-5.6-terra',
      'openai/gpt-6-astra',
    ],
    when: { promptTokens: 272_000 },
    reason:
      'OpenAI says "prompts with >272K input tokens", so 272,000 is still short; the source begins at 271,999 (its issue 711).',
  },
  {
    models: [
      'openai/gpt-4o-audio-preview',
      'openai/gpt-4o-audio-preview-2024-10-01',
      'openai/gpt-4o-mini-audio-preview',
    ],
    when: { kind: 'audio' },
    reason: 'The source has no rates for sound there and charges it as text; OpenAI lists them.',
  },
  {
    models: [
      'openrouter/google/gemini-2.5-flash-image',
      'openrouter/google/gemini-2.5-flash-lite',
      'openrouter/google/gemini-3-flash-preview',
      'openrouter/google/gemini-3.1-flash-lite',
      'openrouter/google/gemini-3.5-flash',
      'openrouter/~google/gemini-flash-latest',
    ],
    when: { cacheWrites: true },
    reason:
      'OpenRouter computes $0.08333333333333334 per million; a third of a picodollar per token is rounded away.',
  },
  {
    models: [
      'deepseek/deepseek-v4-flash',
      'deepseek/deepseek-v4-pro',
      'azure/deepseek-v4-flash',
      'azure/deepseek-v4-pro',
    ],
    when: { before: '2026-08-17' },
    reason: 'The source applies the peak hours of today’s price also to the days before it began.',
  },
  ...[
    ['2025-04-14', 'openai/gpt-4.1', 'openai/gpt-4.1-mini', 'openai/gpt-4.1-nano'],
    ['2024-10-02', 'openai/gpt-4o'],
    ['2024-05-13', 'openai/gpt-4o-2024-05-13'],
    ['2024-10-01', 'openai/gpt-4o-mini'],
    ['2025-04-16', 'openai/o4-mini'],
  ].map(([before = '', ...models]) => ({
    models,
    when: { before },
    reason: 'Before a model was sold it had no price: unknown here, the first price there.',
  })),
];
