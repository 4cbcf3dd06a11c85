/** Code and quoted text stay whole; the rest is cut where the group matches. */
const boundaries =
  /```[\s\S]*?(?:```|$)|"[^"\n]{1,400}"|“[^”\n]{1,400}”|([.?!;]+\s+|\n+|,?\s+(?:and then|and also|and|then|also|plus)\s+|,\s+)/gi;
const maximumClauses = 60;

/** A part of a prompt, with what parts it from the one before. */
export interface Clause {
  readonly separator: string;
  readonly text: string;
}

/** A prompt at its sentences, commas and "and"s. */
export function clausesOf(prompt: string): Clause[] {
  const clauses: Clause[] = [];
  let separator = '';
  let start = 0;
  for (const { index, 1: boundary } of prompt.matchAll(boundaries)) {
    if (boundary === undefined) continue;
    if (clauses.length >= maximumClauses) break;
    clauses.push({ separator, text: prompt.slice(start, index) });
    separator = boundary;
    start = index + boundary.length;
  }
  return [...clauses, { separator, text: prompt.slice(start) }];
}
