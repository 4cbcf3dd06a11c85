import type { Alternative } from './safe-segments.js';

/** A place in the tokens of a segment's alternatives; those that begin alike share it. */
export interface TrieNode {
  /** How likely it is to come here from the segment's start. */
  weight: number;
  /** How likely, from the start, the segment ends here. */
  endWeight: number;
  readonly children: Map<number, TrieNode>;
}

/** The alternatives of a segment as one trie of tokens, the likeliest first. */
export function tokenTrie(
  alternatives: readonly Alternative[],
  encode: (text: string) => readonly number[],
): TrieNode {
  const root = emptyNode();
  for (const { text, weight } of alternatives) {
    let node = root;
    node.weight += weight;
    for (const token of encode(text)) {
      let child = node.children.get(token);
      if (child === undefined) {
        child = emptyNode();
        node.children.set(token, child);
      }
      node = child;
      node.weight += weight;
    }
    node.endWeight += weight;
  }
  return root;
}

function emptyNode(): TrieNode {
  return { weight: 0, endWeight: 0, children: new Map() };
}
