import type { Receipt } from '../receipt.js';
import {
  pageSize,
  type ReceiptFilter,
  type ReceiptQuery,
  type Spend,
  type SpendGroup,
  type SpendQuery,
} from '../receipt-query.js';
import { calendarKey } from '../window/window-key.js';
import { addToSpend, noSpend } from './sum-receipts.js';

/** The newest receipts, in the order in which they were written, and what can be asked of them. */
export class ReceiptShelf {
  readonly #receipts = new Map<string, Receipt>();
  readonly #keep: number;

  constructor(keep: number) {
    this.#keep = keep;
  }

  get(id: string): Receipt | undefined {
    return this.#receipts.get(id);
  }

  add(receipt: Receipt): void {
    this.#receipts.set(receipt.id, receipt);
    if (this.#receipts.size > this.#keep) {
      this.#receipts.delete(this.#receipts.keys().next().value as string);
    }
  }

  find({ after = -1, limit = pageSize, ...filter }: ReceiptQuery = {}): readonly Receipt[] {
    const found: Receipt[] = [];
    for (const receipt of this.#receipts.values()) {
      if (found.length >= limit) break;
      if (receipt.sequence > after && matches(receipt, filter)) found.push(receipt);
    }
    return found;
  }

  spend({ by, timeZone = 'UTC', ...filter }: SpendQuery): readonly Spend[] {
    const groups = new Map<string, Spend>();
    for (const receipt of this.#receipts.values()) {
      if (!matches(receipt, filter)) continue;
      for (const key of keysOf(receipt, by, timeZone)) {
        groups.set(key, addToSpend(groups.get(key) ?? { key, ...noSpend }, receipt));
      }
    }
    return [...groups.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
  }

  prune(before: number): number {
    const old = [...this.#receipts.values()].filter(({ settledAt }) => settledAt < before);
    for (const { id } of old) this.#receipts.delete(id);
    return old.length;
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
  if (by === 'scope') return [...new Set(receipt.scopeIds)];
  return [calendarKey(by, receipt.settledAt, timeZone)];
}

function tagOf({ tags }: Receipt, name: string): string | undefined {
  return Object.hasOwn(tags, name) ? tags[name] : undefined;
}
