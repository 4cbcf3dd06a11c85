/**
 * Milliseconds as seconds for the eye; below a tenth with two decimals.
 *
 * @example
 * seconds(1234); // => '1.2 s'
 */
export function seconds(ms: number): string {
  const value = ms / 1000;
  return `${value.toFixed(value < 0.1 ? 2 : 1)} s`;
}
