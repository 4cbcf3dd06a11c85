import { inspect, isDeepStrictEqual } from 'node:util';

/** What an instrumented example calls for `expression // => value`. */
export function expectEqual(actual: unknown, expected: unknown, place: string): void {
  if (isDeepStrictEqual(actual, expected)) return;
  throw new Error(`${place}  is ${inspect(actual)}, not ${inspect(expected)}`);
}

/** What an instrumented example calls for `expression // => throws part`. */
export async function expectThrow(
  run: () => Promise<unknown>,
  part: string,
  place: string,
): Promise<void> {
  const outcome = await run().then(
    (value) => ({ value }),
    (error: unknown) => ({ error: String(error) }),
  );
  if ('value' in outcome)
    throw new Error(`${place}  returned ${inspect(outcome.value)} instead of throwing ${part}`);
  if (!outcome.error.includes(part))
    throw new Error(`${place}  threw "${outcome.error}", which does not name ${part}`);
}
