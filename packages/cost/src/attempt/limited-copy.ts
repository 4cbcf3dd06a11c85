import { redact } from '@farebox/core/errors';

/** Deeper than any request or reply, and not so deep that a copy runs out of stack. */
const mostLevels = 100;
/** An image, a recording, a file: 1,024 characters of base64, which has no blank in it. */
const media = /^[\w+/=:;,.-]{1024}/;
const mediaBeginning = 64;

/** A copy of JSON, and whether it lacks something. */
export interface LimitedCopy {
  readonly value: unknown;
  readonly truncated: boolean;
}

/**
 * Copies a value as JSON would, without keys, and of at most so many characters.
 *
 * A text that does not fit is cut, with how much more there was, and what comes after it is left out.
 * Of media in base64 the beginning is kept. Whatever it is given, it does not throw: a receipt waits for it.
 */
export function limitedCopy(
  value: unknown,
  mostCharacters: number,
  secrets: readonly string[] = [],
): LimitedCopy {
  let left = mostCharacters;
  let truncated = false;

  const copyText = (text: string): string => {
    const most = media.test(text) ? Math.min(left, mediaBeginning) : left;
    const kept = redact(text.slice(0, most), secrets);
    left -= Math.min(text.length, most);
    if (text.length <= most) return kept;
    truncated = true;
    return `${kept}…[${text.length - most} more characters]`;
  };
  const copy = (one: unknown, level: number): unknown => {
    left--;
    if (typeof one === 'string') return copyText(one);
    if (typeof one === 'bigint') return String(one);
    if (typeof one !== 'object' || one === null) return one;
    if (level > mostLevels) {
      truncated = true;
      return null;
    }
    if (one instanceof Date) return one.toJSON();
    if (Array.isArray(one)) return [...items(one, (item) => copy(item, level + 1))];
    const named = ([name, inner]: [string, unknown]): [string, unknown] => [
      copyText(name),
      copy(inner, level + 1),
    ];
    // So that a name like __proto__ is one like any other.
    return Object.fromEntries(items(Object.entries(one), named));
  };
  function* items<In, Out>(all: readonly In[], map: (item: In) => Out): Generator<Out> {
    for (const item of all) {
      if (left <= 0) {
        truncated = true;
        return;
      }
      yield map(item);
    }
  }

  return { value: copy(value, 0), truncated };
}
