import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** As strict as a strict user is: code that they can not paste is no code to show. */
const compilerSettings = {
  compilerOptions: {
    target: 'ES2024',
    lib: ['ES2024', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
    module: 'NodeNext',
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noUnusedLocals: true,
    verbatimModuleSyntax: true,
    skipLibCheck: true,
    noEmit: true,
  },
  include: ['*.mts'],
};

/** Makes a folder for modules, in which the built packages and zod resolve as they do for a user. */
export function makeModuleFolder(folder: string): void {
  const packages = {
    '@farebox/chat': 'packages/chat',
    '@farebox/core': 'packages/core',
    zod: 'packages/chat/node_modules/zod',
  };
  mkdirSync(join(folder, 'node_modules/@farebox'), { recursive: true });
  for (const [name, home] of Object.entries(packages)) {
    symlinkSync(join(root, home), join(folder, 'node_modules', name), 'dir');
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(compilerSettings, null, 2));
}
