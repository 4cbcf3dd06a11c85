import type { CompletionUsage } from '@farebox/core';

/**
 * What a provider calls something, if it can be a name: one word of at most 200 characters.
 *
 * Whatever else stands there may be a prompt or an answer that it repeats, and a receipt has neither.
 */
export function nameIn(text: unknown): string | undefined {
  return typeof text === 'string' && /^[\w.:/@+~-]{1,200}$/.test(text) ? text : undefined;
}

/** Usage as it was reported, as far as it is numbers. */
export function numbersIn(usage: CompletionUsage): CompletionUsage {
  return onlyNumbers(usage, 0) as unknown as CompletionUsage;
}

function onlyNumbers(value: object, level: number): Record<string, unknown> {
  const kept: [string, unknown][] = [];
  for (const [name, inner] of Object.entries(value)) {
    if (nameIn(name) === undefined) continue;
    if (typeof inner === 'number') kept.push([name, inner]);
    else if (typeof inner === 'object' && inner !== null && level < 2) {
      kept.push([name, onlyNumbers(inner, level + 1)]);
    }
  }
  return Object.fromEntries(kept);
}
