import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSourceFile, type SourceFile } from './source-file.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every TypeScript and JavaScript file that people write in this repository, parsed. */
export function repositoryFiles(): readonly SourceFile[] {
  return globSync(['*.ts', '{packages,apps,bench,examples,scripts}/**/*.{ts,tsx,mjs}'], {
    cwd: root,
    exclude: (path) => /(^|\/)(node_modules|dist|coverage)$/.test(path),
  })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => parseSourceFile(path, readFileSync(`${root}/${path}`, 'utf8')));
}
