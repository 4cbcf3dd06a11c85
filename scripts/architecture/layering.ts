import { posix } from 'node:path';
import { importsOf, packageOf } from './imports.ts';
import type { SourceFile } from './source-file.ts';
import type { Violation } from './violation.ts';

/** Which of our packages each package's sources may import; an app may import all of them. */
export const layers: Readonly<Record<string, readonly string[]>> = {
  core: [],
  streaming: ['core'],
  client: ['core', 'streaming'],
  cost: ['core'],
  chat: ['core', 'streaming', 'client', 'cost'],
  simulator: ['core'],
};

/**
 * Imports between packages that point the wrong way, and files of another package reached by path.
 *
 * Holds for sources; what a test may use is what its package.json declares.
 */
export function layering(files: readonly SourceFile[]): Violation[] {
  return files
    .filter((file) => !file.isTest)
    .flatMap((file) =>
      importsOf(file).flatMap(({ specifier, line, typeOnly }) => {
        const message = reasonAgainst(file.path, specifier, typeOnly);
        return message === undefined ? [] : [{ path: file.path, line, message }];
      }),
    );
}

function reasonAgainst(path: string, specifier: string, typeOnly: boolean): string | undefined {
  const [group, from = ''] = path.split('/');
  if (group !== 'packages') return undefined;
  const target = posix.join(posix.dirname(path), specifier);
  if (specifier.startsWith('.') && !target.startsWith(`packages/${from}/`))
    return `reaches out of its package with "${specifier}": import another package by its name, or it cannot be released alone`;
  const named = packageOf(specifier);
  if (named === 'farebox')
    return 'imports the command line, but apps stand on packages, never under them';
  if (!named?.startsWith('@farebox/')) return undefined;
  const to = named.slice('@farebox/'.length);
  if (to === from) return `imports its own package by name: use a relative path`;
  const permitted = layers[from] ?? [];
  if (!permitted.includes(to)) {
    const list = permitted.length === 0 ? 'nothing of ours' : permitted.join(', ');
    return `imports "${specifier}", but ${from} may import ${list}: the layers point one way, so that each can be used and released without those above it`;
  }
  if (from === 'simulator' && !typeOnly && !specifier.startsWith('@farebox/core/prices/'))
    return `imports code from "${specifier}", but the simulator shares only wire types and prices with us: an oracle that runs our code repeats our mistakes`;
  return undefined;
}
