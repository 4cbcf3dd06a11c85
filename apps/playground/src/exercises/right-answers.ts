/** A right answer to each exercise, for readers who ask for one, and for the proof that it passes. */
export const rightAnswers: Readonly<Record<string, string>> = {
  formatMessages: `function formatMessages(systemPrompt: string, userPrompt: string) {
  return [
    { role: 'system', content: systemPrompt },
    { role: 'user', content: userPrompt },
  ];
}
`,
  backoffDelays: `function backoffDelays(maxRetries: number, base = 2): number[] {
  return Array.from({ length: maxRetries }, (_, attempt) => base ** attempt);
}
`,
  calculateCost: `const prices = {
  'gpt-4o-mini': { input: 0.15, output: 0.6 },
  'gpt-4o': { input: 2.5, output: 10 },
};

function calculateCost(inputTokens: number, outputTokens: number, model = 'gpt-4o-mini'): number {
  const known = Object.hasOwn(prices, model) ? (model as keyof typeof prices) : 'gpt-4o-mini';
  const { input, output } = prices[known];
  return (inputTokens * input + outputTokens * output) / 1_000_000;
}
`,
};
