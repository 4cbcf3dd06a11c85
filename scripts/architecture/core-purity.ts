import type { Node } from 'oxc-parser';
import { importsOf } from './imports.ts';
import type { SourceFile } from './source-file.ts';
import type { Violation } from './violation.ts';
import { walk } from './walk.ts';

const reasons: Readonly<Record<string, string>> = {
  ...reasonFor('core sends nothing: the transport is an argument', [
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'EventSource',
  ]),
  ...reasonFor('time is an argument (`Clock`), so that every wait can be replayed', [
    'setTimeout',
    'setInterval',
    'setImmediate',
    'clearTimeout',
    'clearInterval',
    'clearImmediate',
    'queueMicrotask',
    'performance',
    'requestAnimationFrame',
  ]),
  ...reasonFor('chance is an argument (`random`), so that every run can be replayed', ['crypto']),
  ...reasonFor('core runs in any runtime and knows none of them', [
    'process',
    'require',
    'Buffer',
    'Deno',
    'Bun',
    'window',
    'document',
    'navigator',
    'localStorage',
    'sessionStorage',
    'indexedDB',
    'self',
    'global',
    'globalThis',
  ]),
  ...reasonFor('core prints nothing: what it knows, it returns', ['console']),
};

function reasonFor(reason: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, reason]));
}

const timeIsAnArgument =
  'time is an argument (`Clock`), so that the whole stack runs under a virtual clock';
const chanceIsAnArgument =
  'chance is an argument (`random`), so that every run is seeded and replayable';

/** Members that bring time or chance in through an otherwise harmless global. */
const impureMembers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Date: { now: timeIsAnArgument },
  Math: { random: chanceIsAnArgument },
  AbortSignal: { timeout: timeIsAnArgument },
};

/**
 * What keeps core pure: nothing imported from outside, no reach for the network, time, chance or a runtime.
 *
 * A local variable may not carry the name of a forbidden global either: a reader must not have to
 * look up which of the two is meant.
 */
export function corePurity(files: readonly SourceFile[]): Violation[] {
  return files
    .filter((file) => file.path.startsWith('packages/core/src/') && !file.isTest)
    .flatMap((file) => [...foreignImports(file), ...impureNames(file)]);
}

function foreignImports(file: SourceFile): Violation[] {
  return importsOf(file)
    .filter(({ specifier }) => !specifier.startsWith('.'))
    .map(({ specifier, line }) => ({
      path: file.path,
      line,
      message: `imports "${specifier}", but core has zero dependencies and runs in any runtime: pass what you need in as an argument`,
    }));
}

function impureNames(file: SourceFile): Violation[] {
  const violations: Violation[] = [];
  const report = (node: Node, name: string, reason: string) =>
    violations.push({
      path: file.path,
      line: file.lineOf(node.start),
      message: `uses \`${name}\`, but ${reason}`,
    });
  walk(file.program, (node, parent) => {
    if (isType(node)) return false;
    if (node.type !== 'Identifier' || isOnlyAName(node, parent)) return undefined;
    const reason = reasons[node.name];
    if (reason !== undefined) report(node, node.name, reason);
    const members = impureMembers[node.name];
    if (members === undefined) return undefined;
    const member = memberOf(node, parent);
    const memberReason = member === undefined ? undefined : members[member];
    if (memberReason !== undefined) report(node, `${node.name}.${member}`, memberReason);
    else if (node.name === 'Date' && member === undefined && !isDatedConstruction(node, parent))
      report(node, 'Date without a date', timeIsAnArgument);
    else if (node.name === 'Math' && member === undefined)
      report(node, 'Math as a value', chanceIsAnArgument);
    return undefined;
  });
  return violations;
}

/** Types are gone at run time; an expression inside `as` or `satisfies` is not. */
function isType(node: Node): boolean {
  const wrappers = [
    'TSAsExpression',
    'TSSatisfiesExpression',
    'TSNonNullExpression',
    'TSTypeAssertion',
    'TSInstantiationExpression',
    'TSParameterProperty',
  ];
  return node.type.startsWith('TS') && !wrappers.includes(node.type);
}

/** Whether an identifier is a property's name (`x.fetch`, `{ fetch: 1 }`) and so refers to nothing. */
function isOnlyAName(node: Node, parent: Node | undefined): boolean {
  if (parent === undefined) return false;
  if (parent.type === 'MemberExpression') return parent.property === node && !parent.computed;
  // A shorthand property has the same place as key and as value; the value is visited, too.
  if ('key' in parent && parent.key === node) return !('computed' in parent && parent.computed);
  return parent.type === 'ExportSpecifier' || parent.type === 'ImportSpecifier';
}

/** The name of the member taken from `node` (`Date.now`, `Date['now']`), if it is a fixed one. */
function memberOf(node: Node, parent: Node | undefined): string | undefined {
  if (parent?.type !== 'MemberExpression' || parent.object !== node) return undefined;
  if (!parent.computed && parent.property.type === 'Identifier') return parent.property.name;
  return parent.property.type === 'Literal' ? String(parent.property.value) : undefined;
}

function isDatedConstruction(node: Node, parent: Node | undefined): boolean {
  if (parent?.type === 'NewExpression' && parent.callee === node)
    return parent.arguments.length > 0;
  return parent?.type === 'BinaryExpression' && parent.operator === 'instanceof';
}
