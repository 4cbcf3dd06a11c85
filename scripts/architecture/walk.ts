import { type Node, visitorKeys } from 'oxc-parser';

/** Visits `node` and everything below it, parents first; `visit` returns false to leave out what is below. */
export function walk(
  node: Node,
  visit: (node: Node, parent: Node | undefined) => boolean | undefined,
  parent?: Node,
): void {
  if (visit(node, parent) === false) return;
  for (const key of visitorKeys[node.type] ?? []) {
    const child = (node as unknown as Record<string, Node | (Node | null)[] | null>)[key];
    for (const each of Array.isArray(child) ? child : [child])
      if (each != null) walk(each, visit, node);
  }
}
