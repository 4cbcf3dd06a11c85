import { posix } from 'node:path';
import { importsOf } from './imports.ts';
import type { SourceFile } from './source-file.ts';
import type { Violation } from './violation.ts';

/**
 * Every file that can reach itself through relative imports, reported once per cycle, at the import that closes it.
 *
 * Type-only imports count: two files that need each other's types are one concept in two places.
 */
export function cycles(files: readonly SourceFile[]): Violation[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const finished = new Set<string>();
  const violations: Violation[] = [];

  const visit = (file: SourceFile, trail: readonly string[]) => {
    if (finished.has(file.path)) return;
    for (const { specifier, line } of importsOf(file)) {
      const target = resolve(file.path, specifier, byPath);
      if (target === undefined) continue;
      const from = [...trail, file.path].indexOf(target.path);
      if (from === -1) visit(target, [...trail, file.path]);
      else
        violations.push({
          path: file.path,
          line,
          message: `closes the import cycle ${[...trail, file.path].slice(from).concat(target.path).join(' → ')}: files that need each other cannot be read, tested or moved alone`,
        });
    }
    finished.add(file.path);
  };
  for (const file of files) visit(file, []);
  return violations;
}

function resolve(
  importer: string,
  specifier: string,
  byPath: ReadonlyMap<string, SourceFile>,
): SourceFile | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const path = posix.join(posix.dirname(importer), specifier);
  return (
    byPath.get(path) ??
    byPath.get(path.replace(/\.js$/, '.ts')) ??
    byPath.get(path.replace(/\.jsx?$/, '.tsx'))
  );
}
