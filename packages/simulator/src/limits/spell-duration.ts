/**
 * A duration as Go writes it, which is how OpenAI's headers and messages do.
 *
 * @example
 * spellDuration(12) // => '12ms'
 * spellDuration(1500) // => '1.5s'
 * spellDuration(360_000) // => '6m0s'
 */
export function spellDuration(ms: number): string {
  if (ms === 0) return '0s';
  if (ms < 1000) return `${ms}ms`;
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor((ms % 3_600_000) / 60_000);
  const seconds = `${(ms % 60_000) / 1000}s`;
  if (hours > 0) return `${hours}h${minutes}m${seconds}`;
  return minutes > 0 ? `${minutes}m${seconds}` : seconds;
}
