/** @example turnCount(1) // => '1 turn' */
export function turnCount(count: number): string {
  return count === 1 ? '1 turn' : `${count} turns`;
}
