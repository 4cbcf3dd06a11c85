import type { ToolCall } from '@farebox/core';
import { canonicalJson } from './canonical-json.js';

/**
 * Counts for how many steps in a row the same call was made: same tool, same arguments, however they are spelled.
 *
 * @returns of the calls of a step, the highest count. Twice in one step is once.
 */
export function repeatedCalls(): (calls: readonly ToolCall[]) => number {
  let before: ReadonlyMap<string, number> = new Map();
  return (calls) => {
    const now = new Map<string, number>();
    for (const call of calls) {
      const key = keyOf(call);
      now.set(key, (before.get(key) ?? 0) + 1);
    }
    before = now;
    return Math.max(0, ...now.values());
  };
}

function keyOf(call: ToolCall): string {
  const [name, said] =
    call.type === 'function'
      ? [call.function.name, canonicalJson(call.function.arguments)]
      : [call.custom.name, call.custom.input];
  return JSON.stringify([call.type, name, said]);
}
