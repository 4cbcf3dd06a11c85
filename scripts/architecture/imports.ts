import type { SourceFile } from './source-file.ts';
import { walk } from './walk.ts';

/** One place where a file names another module. */
export interface ImportSite {
  readonly specifier: string;
  readonly line: number;
  /**
   * Gone after compilation: `import type`, `export type … from`, `import('…').Name` in a type.
   * Not so `import { type A }`: under `verbatimModuleSyntax` it still loads the module.
   */
  readonly typeOnly: boolean;
}

/** All imports of a file: static, dynamic, re-exports, and imports inside types. */
export function importsOf(file: SourceFile): readonly ImportSite[] {
  const sites: ImportSite[] = [];
  const add = (specifier: string, offset: number, typeOnly: boolean) =>
    sites.push({ specifier, line: file.lineOf(offset), typeOnly });

  walk(file.program, (node) => {
    if (node.type === 'ImportDeclaration')
      add(node.source.value, node.start, node.importKind === 'type');
    if (node.type === 'ExportNamedDeclaration' && node.source !== null)
      add(node.source.value, node.start, node.exportKind === 'type');
    if (node.type === 'ExportAllDeclaration')
      add(node.source.value, node.start, node.exportKind === 'type');
    if (node.type === 'ImportExpression' && node.source.type === 'Literal')
      add(String(node.source.value), node.start, false);
    if (node.type === 'TSImportType') add(node.source.value, node.start, true);
    return undefined;
  });
  return sites;
}

/** The package that a bare specifier names, or undefined for a relative one: `zod/mini` is `zod`. */
export function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith('.')) return undefined;
  const [first = '', second] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second ?? ''}` : first;
}
