import type { SourceFile } from './source-file.ts';
import type { Violation } from './violation.ts';

/** `export *` anywhere, and default exports outside of config files. */
export function exportsByName(files: readonly SourceFile[]): Violation[] {
  return files.flatMap((file) =>
    file.program.body.flatMap((statement) => {
      const message =
        statement.type === 'ExportAllDeclaration'
          ? 'has `export *`: a public name is a promise, so each one is written down'
          : statement.type === 'ExportDefaultDeclaration' && !file.isConfig
            ? 'has a default export: a thing has one name, the same wherever it is imported'
            : undefined;
      if (message === undefined) return [];
      return [{ path: file.path, line: file.lineOf(statement.start), message }];
    }),
  );
}
