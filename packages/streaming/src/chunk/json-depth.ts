const QUOTE = 34;
const BACKSLASH = 92;

/**
 * Whether JSON text has more than `maxDepth` arrays and objects inside each other.
 *
 * Judged before anything parses it: what is too deep for some parser, or for the recursion of
 * whoever copies or prints the value, is never built. Text that is no JSON gets an answer too.
 */
export function isDeeperThan(maxDepth: number, json: string): boolean {
  // So deep a value has that many brackets: every event of a common kind ends here.
  if (json.length <= maxDepth || !opensMoreThan(maxDepth, json)) return false;
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(json, at + 1);
    } else if ((code | 32) === 123) {
      // `[` and `{` differ in one bit, and so do `]` and `}`.
      if (++depth > maxDepth) return true;
    } else if ((code | 32) === 125) {
      depth--;
    }
  }
  return false;
}

/** Whether there are enough opening brackets at all, those inside strings included. */
function opensMoreThan(count: number, json: string): boolean {
  let left = count;
  for (const bracket of ['{', '[']) {
    for (let at = json.indexOf(bracket); at !== -1; at = json.indexOf(bracket, at + 1)) {
      left -= 1;
      if (left < 0) return true;
    }
  }
  return false;
}

/** The place of the closing quote; the text's end if there is none. */
function endOfString(json: string, from: number): number {
  let quote = json.indexOf('"', from);
  while (quote !== -1 && isEscaped(json, quote)) quote = json.indexOf('"', quote + 1);
  return quote === -1 ? json.length : quote;
}

function isEscaped(json: string, at: number): boolean {
  let before = at - 1;
  while (json.charCodeAt(before) === BACKSLASH) before--;
  return (at - before) % 2 === 0;
}
