import { ChatError } from '../errors/chat-error.js';

/**
 * An amount of money: whole picodollars (10⁻¹² US dollars) in a `bigint`.
 *
 * The cheapest token on any price list costs thousands of them, so sums, products and limits are
 * exact; a `number` appears only at the edge ({@link toUsd}).
 */
export type Picodollars = bigint;

const decimals = 12;
const dollar = 10n ** BigInt(decimals);

/**
 * Picodollars from dollars as text, exactly: no float is involved.
 *
 * Takes text only, because `0.1 + 0.2` is not `0.3` as a number: write `'0.30'`. A `$` in front is
 * fine; signs, commas, exponents and more than 12 decimals are refused rather than rounded.
 *
 * @throws {ChatError} `configuration`; the message says which rule and how to write it.
 * @example
 * parseUsd('0.50'); // => 500000000000n
 * parseUsd('$5'); // => 5000000000000n
 */
export function parseUsd(usd: string): Picodollars {
  if (typeof usd !== 'string') throw wrong(`is a ${typeof usd}; write it as text, such as '0.50'`);
  const text = usd.trim().replace(/^\$\s*/, '');
  // The text itself is never in the message: a key pasted into the wrong option must not show up.
  if (/^[+-]/.test(text)) throw wrong('has a sign; leave it out, an amount is 0 or more');
  if (/^[\d.]+e/i.test(text))
    throw wrong("has an exponent; write the digits out, as in '0.000001'");
  if (/^[\d.]+[,_' ]/.test(text)) throw wrong("has a separator; write '1000.50', not '1,000.50'");
  const [, whole = '', fraction = ''] = /^(\d{1,30})(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === '') throw wrong("is not an amount; write dollars as digits, such as '0.50'");
  if (fraction.length > decimals) {
    throw wrong(`has ${fraction.length} decimals, and 12 (a picodollar) is the most; round it`);
  }
  return BigInt(whole) * dollar + BigInt(fraction.padEnd(decimals, '0'));
}

/**
 * Dollars as decimal text, without going through a float.
 *
 * The default is exact: at least 2 decimals and as many as the amount has, so
 * `parseUsd(formatUsd(amount))` gives back every amount of 0 or more. With `digits` it is rounded,
 * half away from zero, and small costs become `0.00`.
 *
 * @throws {ChatError} `configuration` when `digits` is no whole number from 0 to 12.
 * @example
 * formatUsd(42_000_000n); // => '0.000042'
 * formatUsd(500_000_000_000n); // => '0.50'
 * formatUsd(1_999_000_000_000n, { digits: 2 }); // => '2.00'
 */
export function formatUsd(amount: Picodollars, options: { digits?: number } = {}): string {
  const { digits } = options;
  if (digits !== undefined && !(Number.isInteger(digits) && digits >= 0 && digits <= decimals)) {
    throw new ChatError({
      kind: 'configuration',
      message: `digits must be a whole number from 0 to 12, and is ${digits}.`,
    });
  }
  const kept = digits ?? decimals;
  const unit = 10n ** BigInt(decimals - kept);
  const size = amount < 0n ? -amount : amount;
  const text = ((size + unit / 2n) / unit).toString().padStart(kept + 1, '0');
  const sign = amount < 0n && /[1-9]/.test(text) ? '-' : '';
  const whole = text.slice(0, text.length - kept);
  const fraction = text.slice(text.length - kept);
  if (digits === 0) return sign + whole;
  const shown = digits === undefined ? fraction.replace(/0{1,10}$/, '') : fraction;
  return `${sign}${whole}.${shown}`;
}

/**
 * Dollars as a `number`: the closest one there is, for display and for other people's interfaces.
 *
 * Do not add these up or compare them with a limit; do that in picodollars.
 *
 * @example
 * toUsd(450_000_000n); // => 0.00045
 */
export function toUsd(amount: Picodollars): number {
  return Number(formatUsd(amount));
}

function wrong(what: string): ChatError {
  return new ChatError({ kind: 'configuration', message: `The amount of US dollars ${what}.` });
}
