/** What a temperature is good for, in a few words. */
export function temperatureHint(temperature: number): string {
  if (temperature === 0) return 'the same answer each time: code, facts, data';
  if (temperature <= 0.3) return 'steady: explanations, fixes';
  if (temperature <= 0.7) return 'balanced: tutoring, summaries';
  if (temperature <= 1.2) return 'varied: ideas, creative writing';
  return 'wild: seldom of use';
}
