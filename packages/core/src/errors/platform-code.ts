/**
 * The code of a failure of the platform (`ECONNRESET`, `UND_ERR_SOCKET`, …), wherever it hides.
 *
 * `fetch` says "fetch failed" and puts the reason into `cause`, at times a cause of a cause; where
 * several addresses were tried, the first one's counts. Only what looks like a code is taken: other
 * strings may hold anything.
 */
export function platformCode(error: unknown): string | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const { code } = at as { code?: unknown };
    if (typeof code === 'string' && /^\w{1,64}$/.test(code)) return code;
    if (at instanceof AggregateError && at.errors.length > 0) return platformCode(at.errors[0]);
  }
  return undefined;
}
