/** A key with the only address that it may be sent to. */
export interface SavedKey {
  /** Such as `https://api.openai.com`. */
  readonly origin: string;
  readonly key: string;
  /** The day in UTC, such as `2026-11-28`. */
  readonly savedOn: string;
}

export function savedKeyToText({ origin, key, savedOn }: SavedKey): string {
  return `${JSON.stringify({ origin, key, savedOn }, null, 2)}\n`;
}

/** Undefined for a text that is none. */
export function savedKeyFromText(text: string): SavedKey | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { origin, key, savedOn } = (value ?? {}) as Record<string, unknown>;
  if (typeof origin !== 'string' || typeof key !== 'string' || typeof savedOn !== 'string') {
    return undefined;
  }
  return { origin, key, savedOn };
}

/** The end of a key, by which its owner knows it; of a short one nothing, because that would be too much of it. */
export function endOf(key: string): string {
  return key.length < 20 ? '…' : `…${key.slice(-4)}`;
}
