const mostNames = 3;

/**
 * The names most like one that nobody knows, the closest first, at most three.
 *
 * Names are alike by the pairs of letters that they share. One that shares none is left out, so the
 * list may be empty; one that shares little is not, because whoever asks sees that for themselves.
 *
 * @example
 * nearestNames('gpt4o-mini', ['gpt-4o-mini', 'gpt-4o', 'whisper-1']); // => ['gpt-4o-mini', 'gpt-4o']
 */
export function nearestNames(wanted: string, names: Iterable<string>): string[] {
  const pairs = pairsOf(wanted);
  return [...new Set(names)]
    .map((name) => ({ name, likeness: likeness(pairs, pairsOf(name)) }))
    .filter((one) => one.likeness > 0)
    .sort((a, b) => b.likeness - a.likeness || (a.name < b.name ? -1 : 1))
    .slice(0, mostNames)
    .map(({ name }) => name);
}

/** Letters and digits only, and no more than a name can have: the text may be anyone's. */
function pairsOf(name: string): string[] {
  const letters = name
    .slice(0, 100)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, i) => letters.slice(i, i + 2));
}

/** Dice's coefficient: 1 for the same pairs, 0 for none in common. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const rest = [...b];
  const shared = a.filter((pair) => {
    const index = rest.indexOf(pair);
    return index >= 0 && rest.splice(index, 1).length === 1;
  });
  return a.length + b.length === 0 ? 0 : (2 * shared.length) / (a.length + b.length);
}
