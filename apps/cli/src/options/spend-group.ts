import { ChatError } from '@farebox/core';
import type { SpendGroup } from '@farebox/cost';

const words = ['day', 'month', 'model', 'scope'] as const;

/** A check for an option that takes what receipts are summed by. */
export function spendGroup(option: string): (text: string) => SpendGroup {
  return (text) => {
    const word = words.find((one) => one === text);
    if (word !== undefined) return word;
    if (text === 'session') return { tag: 'session' };
    const [, tag] = /^tag:(.+)$/s.exec(text) ?? [];
    if (tag !== undefined) return { tag };
    throw new ChatError({
      kind: 'configuration',
      message: `${option} is none of day, month, model, session, tag:<name>, scope.`,
      fix: `Write it as in ${option} month or ${option} tag:team.`,
    });
  };
}
