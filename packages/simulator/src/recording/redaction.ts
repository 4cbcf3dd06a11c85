import { redact } from '@farebox/core/errors';
import { bytesOf, storedChunk } from './chunk-bytes.js';
import type { Exchange, RecordedChunk, RecordedResponse } from './recording.js';

/** Response headers that a replay needs; all others, cookies and account names among them, are left out. */
const keptHeaders =
  /^(content-type|retry-after(-ms)?|x-should-retry|x-request-id|openai-(processing-ms|version)|x-ratelimit-.+)$/;

/** What a recording may say of the reply's headers. */
export function keptResponseHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => keptHeaders.test(name)));
}

/** Every secret that a request carries in its headers or its URL. */
export function secretsOf(headers: Headers, url: URL): string[] {
  const values = ['authorization', 'api-key', 'x-api-key', 'x-goog-api-key', 'cookie']
    .map((name) => headers.get(name) ?? '')
    .concat(
      [...url.searchParams]
        .filter(([name]) => /key|token|sig/i.test(name))
        .map(([, value]) => value),
    );
  return values.map((value) => value.replace(/^(Bearer|Basic)\s+/i, '')).filter(Boolean);
}

/**
 * An exchange without secrets: the request's own, whatever looks like a key, and what `more` removes.
 *
 * A secret may straddle two chunks, so a body is redacted whole and cut again where it was cut.
 */
export function redacted(
  exchange: Exchange,
  secrets: readonly string[],
  more: (text: string) => string,
): Exchange {
  const clean = (text: string) => redact(more(text), secrets);
  const { request, response } = exchange;
  const headersOf = ({ headers }: RecordedResponse) =>
    Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, clean(value)]));
  return {
    request: { ...request, path: clean(request.path), body: clean(request.body) },
    response:
      typeof response === 'string'
        ? response
        : {
            ...response,
            headers: headersOf(response),
            chunks: redactedChunks(response.chunks, clean),
          },
  };
}

function redactedChunks(
  chunks: readonly RecordedChunk[],
  clean: (text: string) => string,
): readonly RecordedChunk[] {
  const parts = chunks.map(bytesOf);
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  const ends = parts.map((part) => {
    whole.set(part, end);
    end += part.length;
    return end;
  });
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(whole);
  const kept = clean(text);
  if (kept === text) return chunks;
  const bytes = new TextEncoder().encode(kept);
  return chunks.map(({ atMs }, index) => {
    const last = index === chunks.length - 1;
    return storedChunk(atMs, bytes.subarray(ends[index - 1] ?? 0, last ? undefined : ends[index]));
  });
}
