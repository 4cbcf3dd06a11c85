import type { Ledger, Receipt, ReceiptFilter } from '@farebox/cost';

/**
 * All receipts, the oldest first, as many at a time as memory does not feel.
 *
 * @param content with what was asked and answered, where that is stored: up to a megabyte each.
 */
export async function* receiptPages(
  ledger: Ledger,
  filter: ReceiptFilter,
  content: boolean,
): AsyncGenerator<readonly Receipt[], void> {
  const pageSize = content ? 20 : 200;
  let after: number | undefined;
  for (;;) {
    const page = await ledger.receipts({ ...filter, after, limit: pageSize, content });
    if (page.length > 0) yield page;
    if (page.length < pageSize) return;
    after = page.at(-1)?.sequence;
  }
}
