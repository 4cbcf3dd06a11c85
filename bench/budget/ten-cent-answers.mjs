/**
 * A price at which an answer of 1,000 tokens costs $0.10, and the prompt nothing.
 *
 * @type {import('@farebox/core').Catalogue}
 */
export const tenCentAnswers = {
  provider: 'openai',
  models: [
    {
      id: 'gpt-4o-mini',
      aliases: ['gpt-4o-mini-2024-07-18'],
      prices: [
        {
          serviceTier: 'default',
          checkedOn: '2026-11-28',
          source: 'made up',
          bands: [{ rates: { 'input.text.fresh': 0n, 'output.text': 100_000_000n } }],
        },
      ],
    },
  ],
};
