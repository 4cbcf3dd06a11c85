/**
 * What a reply is, from its first characters; undefined while they are not enough.
 *
 * Anything that is neither JSON nor HTML is taken for an event stream, whose parser ignores what
 * it does not know.
 */
export function formOf(start: string): 'events' | 'json' | 'html' | undefined {
  const first = /[^\s\uFEFF]/.exec(start)?.[0];
  if (first === undefined) return undefined;
  if (first === '{' || first === '[') return 'json';
  return first === '<' ? 'html' : 'events';
}
