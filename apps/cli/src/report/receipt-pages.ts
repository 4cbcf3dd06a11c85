import type { Ledger, Receipt, ReceiptFilter } from '@farebox/cost';

/** So few that they fit into memory whatever is kept with them. */
const pageSize = 200;

/** All receipts, the oldest first, as many at a time as memory does not feel. */
export async function* receiptPages(
  ledger: Ledger,
  filter: ReceiptFilter,
): AsyncGenerator<readonly Receipt[], void> {
  let after: number | undefined;
  for (;;) {
    const page = await ledger.receipts({ ...filter, after, limit: pageSize });
    if (page.length > 0) yield page;
    if (page.length < pageSize) return;
    after = page.at(-1)?.sequence;
  }
}
