import type { WeightedSegment } from './safe-segments.js';
import { type TrieNode, tokenTrie } from './token-trie.js';

/** `<|endoftext|>` in o200k: the token that ends an answer. */
export const endToken = 199_999;

/** A token that may come next. */
export interface Continuation {
  readonly token: number;
  /** The natural logarithm of its probability, by the model at temperature 1. */
  readonly logprob: number;
  /** Where the path goes on after it; nowhere after the end token. */
  readonly next: PathState | undefined;
}

/** A place on the path: everything that the tokens before it have left open. */
export interface PathState {
  /** The tokens that may come next, the likeliest first; their probabilities sum to 1. */
  readonly continuations: readonly Continuation[];
}

/** A trie node of some segment, with the probability of being at it. */
interface Belief {
  readonly segment: number;
  readonly node: TrieNode;
  readonly weight: number;
}

/**
 * The distribution over the next token, at the start of what these segments say.
 *
 * A token's probability is the summed weight of all alternatives that agree with the tokens so far
 * and with it. States are made when they are looked at, and shared by whoever comes to them, so
 * that many samples cost little more than one.
 */
export function tokenPath(
  segments: readonly WeightedSegment[],
  encode: (text: string) => readonly number[],
): PathState {
  const roots: TrieNode[] = [];
  // Only for a single place: several at once are rare, and few ways lead to the same ones.
  const certain = new Map<TrieNode, PathState>();
  const rootOf = (segment: number): TrieNode | undefined => {
    const alternatives = segments[segment];
    if (alternatives === undefined) return undefined;
    roots[segment] ??= tokenTrie(alternatives, encode);
    return roots[segment];
  };

  const stateAt = (beliefs: readonly Belief[]): PathState => {
    const [only] = beliefs;
    if (beliefs.length > 1 || only === undefined) return lazyState(() => spread(beliefs));
    const known = certain.get(only.node);
    if (known !== undefined) return known;
    const state = lazyState(() => spread([{ ...only, weight: 1 }]));
    certain.set(only.node, state);
    return state;
  };

  const spread = (beliefs: readonly Belief[]): Continuation[] => {
    const byToken = new Map<number, Belief[]>();
    const queue = [...beliefs];
    for (let belief = queue.pop(); belief !== undefined; belief = queue.pop()) {
      const { segment, node, weight } = belief;
      const share = weight / node.weight;
      for (const [token, child] of node.children) {
        add(byToken, token, { segment, node: child, weight: share * child.weight });
      }
      if (node.endWeight === 0) continue;
      const ending = share * node.endWeight;
      const root = rootOf(segment + 1);
      if (root === undefined)
        add(byToken, endToken, { segment: segment + 1, node, weight: ending });
      else queue.push({ segment: segment + 1, node: root, weight: ending });
    }
    const weights = Array.from(byToken, ([token, next]) => ({
      token,
      next,
      weight: next.reduce((sum, belief) => sum + belief.weight, 0),
    }));
    const total = weights.reduce((sum, { weight }) => sum + weight, 0);
    return weights
      .toSorted((a, b) => b.weight - a.weight || a.token - b.token)
      .map(({ token, next, weight }) => ({
        token,
        logprob: weights.length === 1 ? 0 : Math.log(weight / total),
        next: token === endToken ? undefined : stateAt(next),
      }));
  };

  // The first segment follows an empty one, as it may be missing.
  const start = { weight: 1, endWeight: 1, children: new Map<number, TrieNode>() };
  return stateAt([{ segment: -1, node: start, weight: 1 }]);
}

/** Adds a belief, to the same one if it is there already: two ways may lead to one place. */
function add(byToken: Map<number, Belief[]>, token: number, belief: Belief): void {
  const beliefs = byToken.get(token) ?? [];
  byToken.set(token, beliefs);
  const same = beliefs.findIndex(({ node }) => node === belief.node);
  const known = beliefs[same];
  if (known === undefined) beliefs.push(belief);
  else beliefs[same] = { ...known, weight: known.weight + belief.weight };
}

function lazyState(spread: () => Continuation[]): PathState {
  let continuations: Continuation[] | undefined;
  return {
    get continuations() {
      continuations ??= spread();
      return continuations;
    },
  };
}
