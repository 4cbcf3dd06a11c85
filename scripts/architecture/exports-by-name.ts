import type { Statement } from 'oxc-parser';
import type { SourceFile } from './source-file.ts';
import type { Violation } from './violation.ts';

/** `export *` anywhere, default exports outside of config files, and an `index.ts` that is more than a list. */
export function exportsByName(files: readonly SourceFile[]): Violation[] {
  return files.flatMap((file) =>
    file.program.body.flatMap((statement) => {
      const message = reasonAgainst(statement, file);
      if (message === undefined) return [];
      return [{ path: file.path, line: file.lineOf(statement.start), message }];
    }),
  );
}

function reasonAgainst(statement: Statement, file: SourceFile): string | undefined {
  if (statement.type === 'ExportAllDeclaration')
    return 'has `export *`: a public name is a promise, so each one is written down';
  if (statement.type === 'ExportDefaultDeclaration' && !file.isConfig)
    return 'has a default export: a thing has one name, the same wherever it is imported';
  const isListed = statement.type === 'ExportNamedDeclaration' && statement.declaration === null;
  if (/\/src\/index\.ts$/.test(file.path) && !isListed)
    return 'does more than list exports: the index is the table of contents, and loads nothing that nobody asked for';
  return undefined;
}
