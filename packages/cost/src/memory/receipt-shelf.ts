import type { Receipt } from '../receipt.js';
import {
  pageSize,
  type ReceiptFilter,
  type ReceiptQuery,
  type Spend,
  type SpendGroup,
  type SpendQuery,
} from '../receipt-query.js';
import type { StoredContent } from '../stored-content.js';
import { calendarKey } from '../window/window-key.js';
import { addToSpend, noSpend } from './sum-receipts.js';

/** The newest receipts, in the order in which they were written, and what can be asked of them. */
export class ReceiptShelf {
  readonly #byId = new Map<string, Receipt>();
  readonly #contents = new Map<string, StoredContent>();
  readonly #keep: number;
  /** The first `#gone` of them are forgotten: taking each off the front as it goes would cost 10 µs. */
  #inOrder: Receipt[] = [];
  #gone = 0;

  constructor(keep: number) {
    this.#keep = keep;
  }

  get(id: string): Receipt | undefined {
    return this.#byId.get(id);
  }

  add(receipt: Receipt, content: StoredContent | undefined): void {
    this.#byId.set(receipt.id, receipt);
    if (content !== undefined) this.#contents.set(receipt.id, content);
    this.#inOrder.push(receipt);
    if (this.#byId.size <= this.#keep) return;
    const oldest = this.#inOrder[this.#gone++];
    if (oldest !== undefined) this.#forget(oldest);
    if (this.#gone > this.#keep) this.#sweep();
  }

  find(query: ReceiptQuery = {}): readonly Receipt[] {
    const { newestFirst = false, limit = pageSize, content = false, ...filter } = query;
    const { after = newestFirst ? Number.POSITIVE_INFINITY : -1 } = query;
    const found: Receipt[] = [];
    const [first, last] = [this.#gone, this.#inOrder.length - 1];
    for (let step = 0; first + step <= last && found.length < limit; step++) {
      const receipt = this.#inOrder[newestFirst ? last - step : first + step];
      if (receipt === undefined) continue;
      const follows = newestFirst ? receipt.sequence < after : receipt.sequence > after;
      if (!follows || !matches(receipt, filter)) continue;
      found.push(content ? this.#withContent(receipt) : receipt);
    }
    return found;
  }

  spend({ by, timeZone = 'UTC', ...filter }: SpendQuery): readonly Spend[] {
    const groups = new Map<string, Spend>();
    for (const receipt of this.find({ ...filter, limit: this.#inOrder.length })) {
      for (const key of keysOf(receipt, by, timeZone)) {
        groups.set(key, addToSpend(groups.get(key) ?? { key, ...noSpend }, receipt));
      }
    }
    return [...groups.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
  }

  prune(before: number): number {
    this.#sweep();
    const old = this.#inOrder.filter(({ settledAt }) => settledAt < before);
    for (const receipt of old) this.#forget(receipt);
    this.#inOrder = this.#inOrder.filter(({ settledAt }) => settledAt >= before);
    return old.length;
  }

  #withContent(receipt: Receipt): Receipt {
    const content = this.#contents.get(receipt.id);
    return content === undefined ? receipt : { ...receipt, content };
  }

  #forget({ id }: Receipt): void {
    this.#byId.delete(id);
    this.#contents.delete(id);
  }

  #sweep(): void {
    this.#inOrder = this.#inOrder.slice(this.#gone);
    this.#gone = 0;
  }
}

function matches(receipt: Receipt, filter: ReceiptFilter): boolean {
  const { callId, scopeId, model, tag, from, to } = filter;
  if (callId !== undefined && receipt.callId !== callId) return false;
  if (scopeId !== undefined && !receipt.scopeIds.includes(scopeId)) return false;
  if (model !== undefined && receipt.model !== model) return false;
  if (tag !== undefined && tagOf(receipt, tag.name) !== tag.value) return false;
  if (from !== undefined && receipt.settledAt < from) return false;
  return to === undefined || receipt.settledAt < to;
}

function keysOf(receipt: Receipt, by: SpendGroup, timeZone: string): readonly string[] {
  if (typeof by === 'object') return [tagOf(receipt, by.tag) ?? ''];
  if (by === 'model') return [receipt.model];
  if (by === 'scope') return receipt.scopeIds;
  return [calendarKey(by, receipt.settledAt, timeZone)];
}

function tagOf({ tags }: Receipt, name: string): string | undefined {
  return Object.hasOwn(tags, name) ? tags[name] : undefined;
}
