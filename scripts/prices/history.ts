import type { ListedModel, ListedPrice, PriceList } from './price-list.ts';

/**
 * A price list brought up to date without touching what it said of the past.
 *
 * A price that the new data have otherwise ends on the day of the change and gets a successor; where
 * the data date the change themselves, that day counts. A model that the data no longer have keeps its
 * prices: its old calls still cost what they cost. `checkedOn` moves only with the source's version, so
 * that a second run changes nothing.
 *
 * @param today as `2026-11-24`: the day from which an undated change counts.
 */
export function upToDate(
  former: PriceList | undefined,
  latest: PriceList,
  today: string,
): PriceList {
  if (former === undefined) return latest;
  const kept = former.models.filter(({ id }) => latest.models.every((model) => model.id !== id));
  const models = latest.models.map((model) => {
    const before = former.models.find(({ id }) => id === model.id);
    return before === undefined ? model : continued(before, model, today);
  });
  return { ...latest, models: [...models, ...kept].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

function continued(before: ListedModel, now: ListedModel, today: string): ListedModel {
  const slots = [...new Set([...before.prices, ...now.prices].map(slotOf))];
  const prices = slots.flatMap((slot) => {
    const mine = (price: ListedPrice) => slotOf(price) === slot;
    return continuedSlot(before.prices.filter(mine), now.prices.filter(mine), today);
  });
  const aliases = [...new Set([...now.aliases, ...before.aliases])].sort();
  return { ...now, aliases, prices };
}

/** Prices of one tier and the same hours, of which one at most holds at a time. */
function continuedSlot(
  before: readonly ListedPrice[],
  now: readonly ListedPrice[],
  today: string,
): ListedPrice[] {
  const isPast = ({ to }: ListedPrice) => to !== undefined && to <= today;
  // A tier that is new on the list was sold before today, but nobody says since when.
  if (before.length === 0) {
    return now.flatMap((price) =>
      price.from !== undefined ? [price] : isPast(price) ? [] : [{ ...price, from: today }],
    );
  }
  const result = [...before];
  for (const price of now) {
    const same = result.findIndex(
      (one) =>
        content(one) === content(price) && one.from === price.from && isPast(one) === isPast(price),
    );
    const last = result.at(-1);
    if (same >= 0) {
      result[same] = withNews(result[same] as ListedPrice, price);
    } else if (last === undefined) {
      result.push(
        before.length > 0 || price.from !== undefined ? price : { ...price, from: today },
      );
    } else if (isPast(price)) {
      // An entry that ended before today is of a past that this list has told already.
    } else if (content(last) === content(price) && !isPast(last)) {
      result[result.length - 1] = withNews(last, price);
    } else {
      const from = price.from !== undefined && price.from > (last.from ?? '') ? price.from : today;
      const end = last.to === undefined || last.to > from ? from : last.to;
      result[result.length - 1] = { ...last, to: end };
      result.push({ ...price, from });
    }
  }
  const last = result.at(-1);
  if (now.length === 0 && last !== undefined && last.to === undefined) {
    result[result.length - 1] = { ...last, to: today };
  }
  return result;
}

/** The former entry; of the newer one it takes the end, if it had none, and a newer source. */
function withNews(former: ListedPrice, price: ListedPrice): ListedPrice {
  const { to } = price;
  const ended = former.to === undefined && to !== undefined ? { ...former, to } : former;
  if (former.source === price.source) return ended;
  return { ...ended, source: price.source, checkedOn: price.checkedOn };
}

function slotOf({ serviceTier, hours }: ListedPrice): string {
  return `${serviceTier} ${hours?.from ?? ''} ${hours?.to ?? ''}`;
}

function content({ bands, perRequest, alsoBilled }: ListedPrice): string {
  return JSON.stringify([bands, perRequest, alsoBilled]);
}
