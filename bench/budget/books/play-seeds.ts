import type { Ledger } from '@farebox/cost';
import type { BooksStore } from './books-store.ts';
import { type BooksRun, playAgainstBooks } from './play-against-books.ts';

/** Plays seeds one after the other, each in ledgers of its own, and adds up what came of them. */
export async function playSeeds(
  { first, count }: { readonly first: number; readonly count: number },
  store: BooksStore,
  spoil?: (ledger: Ledger) => Ledger,
): Promise<BooksRun> {
  let sum: BooksRun = { broken: [], billed: 0, left: 0, refused: 0 };
  for (let seed = first; seed < first + count; seed++) {
    const { broken, billed, left, refused } = await playAgainstBooks(seed, store.open, spoil);
    const problems = await store.closeAll();
    sum = {
      broken: [...sum.broken, ...broken, ...problems.map((problem) => `Seed ${seed}: ${problem}`)],
      billed: sum.billed + billed,
      left: sum.left + left,
      refused: sum.refused + refused,
    };
  }
  return sum;
}
