import { redact } from '@farebox/core/errors';

/** Whether a text anywhere in a value of plain JSON looks as if a key or a password were in it. */
export function hasSecret(value: unknown): boolean {
  if (typeof value === 'string') {
    // In JSON that a text holds, an escape before a key would pass for a letter of it.
    return [value, unescaped(value)].some((text) => redact(text) !== text);
  }
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(hasSecret);
}

function unescaped(text: string): string {
  return text
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replace(/\\+[bfnrt]/g, ' ');
}
