import type { Expression, Statement, VariableDeclaration } from 'oxc-parser';
import type { SourceFile } from './source-file.ts';
import type { Violation } from './violation.ts';

/**
 * Module-level state in core: `let`, `var`, and collections that start empty (what else would fill them?).
 *
 * A table written out as a literal is data, not state.
 */
export function moduleState(files: readonly SourceFile[]): Violation[] {
  return files
    .filter((file) => file.path.startsWith('packages/core/src/') && !file.isTest)
    .flatMap((file) =>
      file.program.body.flatMap(declarationIn).flatMap((declaration) =>
        declaration.declarations
          .filter(({ init }) => declaration.kind !== 'const' || startsEmpty(init))
          .map(({ start }) => ({
            path: file.path,
            line: file.lineOf(start),
            message:
              'keeps state at module level, but two clients in one process must not see each other: keep it in a value that is passed in',
          })),
      ),
    );
}

function declarationIn(statement: Statement): VariableDeclaration[] {
  if (statement.type === 'VariableDeclaration') return [statement];
  if (
    statement.type === 'ExportNamedDeclaration' &&
    statement.declaration?.type === 'VariableDeclaration'
  )
    return [statement.declaration];
  return [];
}

function startsEmpty(init: Expression | null): boolean {
  if (init?.type === 'ArrayExpression') return init.elements.length === 0;
  if (init?.type === 'ObjectExpression') return init.properties.length === 0;
  return (
    init?.type === 'NewExpression' &&
    init.callee.type === 'Identifier' &&
    ['Map', 'Set', 'WeakMap', 'WeakSet'].includes(init.callee.name) &&
    init.arguments.length === 0
  );
}
