import type { Checked, ListedBand, ListedPrice } from './price-list.ts';
import { alsoBilled, perRequest, ratesAt, thresholdsOf } from './rates.ts';
import type { ConditionalPrice, ModelInfo } from './source.ts';

/**
 * A model's prices in the standard tier as dated entries, oldest first.
 *
 * Hours of the day hold from the newest date before them in the source, because the source lists
 * today's hours without saying since when.
 */
export function datedPrices(model: ModelInfo, checked: Checked): ListedPrice[] {
  const conditional = Array.isArray(model.prices) ? model.prices : [{ prices: model.prices }];
  const allDay = conditional.filter((entry) => !isHours(entry));
  const days = allDay.map((entry, index): ListedPrice => {
    const next = startOf(allDay[index + 1]);
    return {
      ...listed(entry, checked),
      ...(startOf(entry) !== undefined && { from: startOf(entry) as string }),
      ...(next !== undefined && { to: next }),
    };
  });
  const since = days.at(-1)?.from;
  const hours = conditional.filter(isHours).map((entry) => ({
    ...listed(entry, checked),
    ...(since !== undefined && { from: since }),
    hours: hoursOf(entry),
  }));
  return [...days, ...hours].filter(
    ({ bands }) => bands[0]?.rates['input.text.fresh'] !== undefined,
  );
}

function listed({ prices }: ConditionalPrice, checked: Checked): ListedPrice {
  const others = alsoBilled(prices);
  const fee = perRequest(prices);
  return {
    serviceTier: 'default',
    ...checked,
    bands: [0, ...thresholdsOf(prices)].map((start) => band(prices, start)),
    ...(fee !== undefined && { perRequest: fee }),
    ...(others.length > 0 && { alsoBilled: others }),
  };
}

/** The source compares with "more than"; a start of 199,999 is its way to write "200,000 or more". */
function band(prices: ConditionalPrice['prices'], start: number): ListedBand {
  const rates = ratesAt(prices, start === 0 ? 0 : start + 1);
  if (start === 0) return { rates };
  return start % 1000 === 999 ? { atLeast: start + 1, rates } : { above: start, rates };
}

function isHours({ constraint }: ConditionalPrice): boolean {
  return constraint?.type === 'time_of_date';
}

function startOf(entry: ConditionalPrice | undefined): string | undefined {
  const constraint = entry?.constraint;
  return constraint?.type === 'start_date' ? constraint.start_date : undefined;
}

function hoursOf({ constraint }: ConditionalPrice): { from: string; to: string } {
  if (constraint?.type !== 'time_of_date') throw new TypeError('The entry has no hours.');
  const clock = /^(\d\d:\d\d):00Z$/;
  const from = clock.exec(constraint.start_time)?.[1];
  const to = clock.exec(constraint.end_time)?.[1];
  if (from === undefined || to === undefined) {
    throw new RangeError(
      `${constraint.start_time} to ${constraint.end_time} is not in whole minutes of UTC.`,
    );
  }
  return { from, to };
}
