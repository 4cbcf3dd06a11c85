/**
 * A whole number with its thousands apart.
 *
 * @example
 * shownCount(128000); // => '128,000'
 */
export function shownCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
