import { formatUsd } from '@farebox/core';
import type { CostCurve } from './cost-curve.js';

const howKnown = {
  reported: 'exact',
  estimated: 'at an assumed price',
  bounded: 'at most',
} as const;

/** What a curve shows, for who cannot see it and for who wants the figures. */
export function curveText({ points, total, reserved, tokensPerSecond }: CostCurve): string {
  const last = points.at(-1);
  if (last === undefined) return total === undefined ? 'nothing to show' : totalText(total);
  const facts = [
    ...(total === undefined ? [] : [totalText(total)]),
    // Two digits are all that a guess is worth.
    `guessed by length: about $${decimal(last.usd)}`,
    ...(reserved === undefined ? [] : [`set aside: $${formatUsd(reserved)}`]),
    ...(tokensPerSecond === undefined
      ? []
      : [`about ${tokensPerSecond.toFixed(0)} tokens a second`]),
  ];
  return facts.join(' · ');
}

function totalText({ amount, known }: NonNullable<CostCurve['total']>): string {
  return `$${formatUsd(amount)}, ${howKnown[known]}`;
}

/** Two digits that count, without an exponent. */
function decimal(usd: number): string {
  if (usd === 0) return '0';
  const digits = Math.max(2, 1 - Math.floor(Math.log10(usd)));
  return usd.toFixed(Math.min(digits, 14));
}
