import { formatUsd, type Invoice, type Picodollars, type Price } from '@farebox/core';
import type { TokenBound } from '@farebox/core/bound';
import { shownCount } from './shown-count.js';
import { shownUsd } from './shown-usd.js';
import { fold, table } from './table.js';

/** What a call will likely cost, and what at most. */
export interface Estimate {
  readonly price: Price;
  readonly expectedInput: number;
  /** Whether all of the prompt was counted. */
  readonly counted: boolean;
  readonly expectedOutput: number;
  /** Undefined where the price has no rate for it. */
  readonly expected: Invoice | undefined;
  readonly bound: TokenBound;
  /** Undefined where something has no bound. */
  readonly mostCost: Picodollars | undefined;
}

/** An estimate as a table, and what it rests on. */
export function estimateLines(estimate: Estimate): string[] {
  const { price, expectedInput, expectedOutput, expected, counted, bound, mostCost } = estimate;
  const about = counted ? '' : 'about ';
  return [
    `${price.model} · ${price.provider}`,
    '',
    ...table([
      ['', 'input', 'output', 'cost'],
      [
        'expected',
        `${about}${shownCount(expectedInput)}`,
        shownCount(expectedOutput),
        expected === undefined ? 'unknown' : shownUsd(expected.total),
      ],
      [
        'at most',
        shownBound(bound.inputTokens),
        shownBound(bound.outputTokens),
        mostCost === undefined ? 'unknown' : shownUsd(mostCost, 'up'),
      ],
    ]),
    '',
    ...bound.unbounded.flatMap((part) => fold(`no bound for ${part}`)),
    ...fold(
      `the answer is taken to have ${shownCount(expectedOutput)} tokens; --answer-tokens says otherwise`,
    ),
    ...fold('for one attempt; a retry after a failure can cost as much again'),
    ...fold(`price${price.checkedOn === '' ? '' : ` checked ${price.checkedOn}`}: ${price.source}`),
  ];
}

function shownBound(tokens: number): string {
  return Number.isFinite(tokens) ? shownCount(tokens) : 'no bound';
}

/** The same as one object. Money is text: picodollars, and dollars where the name says so; null where it is unknown. */
export function estimateJson(estimate: Estimate) {
  const { price, expectedInput, expectedOutput, expected, counted, bound, mostCost } = estimate;
  return {
    model: price.model,
    provider: price.provider,
    expected: {
      inputTokens: expectedInput,
      inputCounted: counted,
      outputTokens: expectedOutput,
      ...costOf(expected?.total),
      lines: (expected?.lines ?? []).map(({ what, units, unitPrice, amount }) => ({
        what,
        units,
        unitPriceUsd: formatUsd(unitPrice),
        amountUsd: formatUsd(amount),
      })),
    },
    bound: {
      inputTokens: finite(bound.inputTokens),
      outputTokens: finite(bound.outputTokens),
      ...costOf(mostCost),
      unbounded: bound.unbounded,
    },
    checkedOn: price.checkedOn,
    source: price.source,
  };
}

function costOf(amount: Picodollars | undefined) {
  return amount === undefined
    ? { cost: null, costUsd: null }
    : { cost: amount.toString(), costUsd: formatUsd(amount) };
}

/** JSON has no infinity. */
function finite(tokens: number): number | null {
  return Number.isFinite(tokens) ? tokens : null;
}
