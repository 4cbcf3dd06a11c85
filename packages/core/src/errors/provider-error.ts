/** What a provider says of an error, as far as it says so. */
export interface ProviderError {
  /** Not yet fit to show: it may hold control characters and secrets. */
  readonly message: string | undefined;
  /** `error.code`, or `error.type` where there is none. */
  readonly code: string | undefined;
  /** Every name it gives the error: code, type and the codes of inner errors. */
  readonly names: readonly string[];
  /** A status in the error itself, as OpenRouter sends: `code: 429`. */
  readonly status: number | undefined;
  /** How long it asks to wait, in the error itself: Google's `RetryInfo`. */
  readonly retryAfterMs?: number | undefined;
}

/**
 * Reads `{"error": …}`'s inner value in the shapes that are around: OpenAI's object, a bare string,
 * numeric codes, Azure's inner errors.
 *
 * Nothing is trusted: a code that does not look like one is left out, because it ends up in logs.
 */
export function readProviderError(error: unknown): ProviderError {
  if (typeof error === 'string') {
    return { message: error, code: undefined, names: [], status: undefined };
  }
  const fields = fieldsOf(error);
  const inner = fieldsOf(fields.innererror);
  const code = nameOf(fields.code);
  const type = nameOf(fields.type) ?? nameOf(fields.status);
  const names = [code, type, nameOf(inner.code)].filter((name) => name !== undefined);
  const status = [fields.code, fields.status, fields.status_code]
    .map((value) => (typeof value === 'string' || typeof value === 'number' ? Number(value) : 0))
    .find((value) => Number.isInteger(value) && value >= 400 && value <= 599);
  const message = [fields.message, fields.detail].find((text) => typeof text === 'string');
  const retryAfterMs = retryDelayOf(fields.details);
  return { message, code: code ?? type ?? status?.toString(), names, status, retryAfterMs };
}

/**
 * Reads the body of an error reply: `{"error": …}`, a list around it (Google), or the error itself.
 * `undefined` when the body is no JSON.
 */
export function readErrorBody(body: string): ProviderError | undefined {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return undefined;
  }
  const first: unknown = Array.isArray(json) ? json[0] : json;
  return readProviderError(fieldsOf(first).error ?? first);
}

/** `{"@type": "…google.rpc.RetryInfo", "retryDelay": "12.5s"}` among the details; rounded up, because a hint is a floor. */
function retryDelayOf(details: unknown): number | undefined {
  if (!Array.isArray(details)) return undefined;
  const delays = details.map((detail) => fieldsOf(detail).retryDelay);
  const delay = delays.find((one) => typeof one === 'string');
  const [, seconds] = /^(\d{1,9}(?:\.\d{1,9})?)s$/.exec(delay ?? '') ?? [];
  return seconds === undefined ? undefined : Math.ceil(Number(seconds) * 1000);
}

function fieldsOf(value: unknown): Partial<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function nameOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^[a-z][\w.-]{1,63}$/i.test(value) ? value : undefined;
}
