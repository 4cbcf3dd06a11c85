import type { Usage, UsageLeaf } from './usage-leaves.js';

const modalities = ['text', 'image', 'audio'] as const;
const states = ['fresh', 'cached', 'cacheWrite'] as const;

/**
 * Whether the tokens of a prompt could be shared out between its modalities at another cost.
 *
 * A provider says how many tokens were text, images and sound, and how many were cached, but not
 * which of them were both. The cost is the same either way only if going from one cache state to
 * another saves the same in every modality that was used.
 *
 * @param rateOf the price of one token of a kind; `undefined` where there is none, which never equals.
 * @example
 * const usage = { 'input.text.cached': 600, 'input.text.fresh': 300, 'input.audio.fresh': 100 };
 * allocationMatters(usage, (leaf) => (leaf.endsWith('cached') ? 5n : 10n)); // => false
 * allocationMatters(usage, (leaf) => (leaf === 'input.text.cached' ? 5n : 10n)); // => true
 */
export function allocationMatters(
  usage: Usage,
  rateOf: (leaf: UsageLeaf) => bigint | undefined,
): boolean {
  const isUsed = (leaf: UsageLeaf) => (usage[leaf] ?? 0) > 0;
  const used = modalities.filter((modality) =>
    states.some((state) => isUsed(`input.${modality}.${state}`)),
  );
  const [base, ...others] = states.filter((state) =>
    modalities.some((modality) => isUsed(`input.${modality}.${state}`)),
  );
  if (base === undefined || used.length < 2) return false;
  return others.some((state) => {
    const savings = used.map((modality) => {
      const from = rateOf(`input.${modality}.${base}`);
      const to = rateOf(`input.${modality}.${state}`);
      return from === undefined || to === undefined ? undefined : from - to;
    });
    return savings.some((saving) => saving === undefined || saving !== savings[0]);
  });
}
