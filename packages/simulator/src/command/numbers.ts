import { UsageError } from './usage-error.js';

/** The number of an option, if it was given; `from` is the least that it may be. */
export function numberOf(
  option: string,
  text: string | undefined,
  { from, to = Number.MAX_SAFE_INTEGER, whole }: { from: number; to?: number; whole: boolean },
): number | undefined {
  if (text === undefined) return undefined;
  const value = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  const fits = value >= from && value <= to && (!whole || Number.isSafeInteger(value));
  if (fits) return value;
  const range = to === Number.MAX_SAFE_INTEGER ? `${from} or more` : `from ${from} to ${to}`;
  throw new UsageError(
    `--${option} is '${text}'; give a ${whole ? 'whole ' : ''}number, ${range}.`,
  );
}
