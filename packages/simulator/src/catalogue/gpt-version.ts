/**
 * Whether a GPT model is of this version or a later one; not true of what is no numbered GPT.
 *
 * A date is no version: `gpt-5-2025-08-07` is gpt-5.
 *
 * @example
 * isGptFrom('gpt-5.6-luna', 5, 6) // => true
 */
export function isGptFrom(name: string, major: number, minor = 0): boolean {
  const found = /^gpt-(\d+)(?:\.(\d+))?/.exec(name);
  if (found === null) return false;
  const its = { major: Number(found[1]), minor: Number(found[2] ?? 0) };
  return its.major > major || (its.major === major && its.minor >= minor);
}
