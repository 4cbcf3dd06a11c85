const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** What a bar stands for. */
export interface BarFacts {
  readonly amount: bigint;
  /** How much of it is a bound; drawn lighter. */
  readonly bounded: bigint;
  /** What fills all cells. */
  readonly most: bigint;
  readonly cells: number;
}

/**
 * A bar of as many eighths of a cell as the amount is of the most. Anything above 0 shows.
 *
 * A bar with a bound in it has whole cells only: two kinds do not share one.
 *
 * @example
 * spendBar({ amount: 3n, bounded: 0n, most: 4n, cells: 2 }); // => '█▌'
 * spendBar({ amount: 4n, bounded: 2n, most: 4n, cells: 2 }); // => '█░'
 */
export function spendBar({ amount, bounded, most, cells }: BarFacts): string {
  if (amount <= 0n) return '';
  const length = larger((amount * BigInt(cells) * 8n) / most, 1n);
  const known = (length * (amount - bounded)) / amount;
  const whole = '█'.repeat(Number(known / 8n));
  if (bounded === 0n) return whole + eighths[Number(known % 8n)];
  return whole + '░'.repeat(Number((length + 7n) / 8n - known / 8n));
}

function larger(one: bigint, other: bigint): bigint {
  return one > other ? one : other;
}
