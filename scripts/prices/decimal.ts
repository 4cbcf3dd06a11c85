const decimalsOfPicodollar = 12;

/**
 * Whole picodollars per unit from US dollars per `units` of it, by moving the decimal point.
 *
 * The number is read by its shortest decimal text, which is what the source's author wrote: no
 * arithmetic on floats happens. What is finer than a picodollar is rounded half up, and a price that
 * would round to nothing is refused.
 *
 * @throws {RangeError} for a negative price, one that is no number, and one below half a picodollar.
 * @example
 * picodollars(0.075, 6); // => 75_000n, from dollars per million
 * picodollars('0.3125', 6); // => 312_500n
 */
export function picodollars(usd: number | string, unitsPowerOfTen: number): bigint {
  const text = String(usd);
  const [, whole = '', fraction = '', exponent = '0'] =
    /^(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(text) ?? [];
  if (whole === '') throw new RangeError(`${text} is no price.`);
  const digits = BigInt(whole + fraction);
  const shift = decimalsOfPicodollar - unitsPowerOfTen - fraction.length + Number(exponent);

  const scale = 10n ** BigInt(Math.abs(shift));
  const amount = shift >= 0 ? digits * scale : (digits + scale / 2n) / scale;
  if (amount === 0n && digits > 0n) throw new RangeError(`${text} is less than a picodollar.`);
  if (amount > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError(`${text} is too much.`);
  return amount;
}
