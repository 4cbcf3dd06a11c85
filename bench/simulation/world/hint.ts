/**
 * How long a reply asks to be left alone, read anew: seconds, milliseconds, or a date by the
 * server's own clock.
 *
 * Only what is written as it should be counts: what means nothing must not be waited for.
 */
export function hintOf({ status, headers }: Response, nowMs: number): number | undefined {
  if (status < 400) return undefined;
  const inMs = numberIn(headers.get('retry-after-ms'));
  if (inMs !== undefined) return inMs;
  const written = headers.get('retry-after');
  const seconds = numberIn(written);
  if (seconds !== undefined) return seconds * 1000;
  if (written === null || !/^[A-Z][a-z]+,? /.test(written)) return undefined;
  const until = Date.parse(written);
  const servers = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(until) ? undefined : until - (Number.isNaN(servers) ? nowMs : servers);
}

function numberIn(text: string | null): number | undefined {
  return text !== null && /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}
