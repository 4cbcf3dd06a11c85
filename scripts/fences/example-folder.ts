import {
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { withAssertions } from './assertions.ts';
import type { Fence } from './fence.ts';

/** A fence that has been written down as a module. */
export interface Example {
  readonly fence: Fence;
  /** The module to run, with its assertions; undefined when the fence does not run. */
  readonly module: string | undefined;
}

/** Clears `folder` for new examples; the built packages resolve in it as they do for a user. */
export function emptyExampleFolder(root: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  linkPackages(root, join(folder, 'node_modules'));
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(compilerSettings, null, 2));
}

/**
 * Writes a fence into `folder` as a module of its own.
 *
 * `<name>.mts` is the example as the README has it, for the compiler; `<name>.run.mts` has the assertions. Both
 * start on the README's own line, so that every stack and every diagnostic names it.
 */
export function writeExample(folder: string, fence: Fence): Example {
  const lead = '\n'.repeat(fence.line - 1);
  writeFileSync(join(folder, `${nameOf(fence)}.mts`), `${lead}${fence.code}\n`);
  if (!fence.runs) return { fence, module: undefined };
  const module = join(folder, `${nameOf(fence)}.run.mts`);
  const expectations = JSON.stringify(join(import.meta.dirname, 'expectations.ts'));
  const imports = `import { expectEqual, expectThrow } from ${expectations};`;
  writeFileSync(module, `${imports} ${lead}${withAssertions(fence)}\n`);
  return { fence, module };
}

/** `packages/core/README.md` line 12 is `packages.core.README.12`. */
function nameOf({ path, line }: Fence): string {
  return `${path.replace(/\.md$/, '').replaceAll('/', '.')}.${line}`;
}

/** As strict as we are ourselves: an example that a strict user cannot paste is no example. */
const compilerSettings = {
  compilerOptions: {
    target: 'ES2024',
    lib: ['ES2024', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
    module: 'NodeNext',
    types: ['node'],
    typeRoots: [join(import.meta.dirname, '../../node_modules/@types')],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    noEmit: true,
  },
  include: ['*.mts'],
  exclude: ['*.run.mts'],
};

/** Links our packages, and everything that any of them depends on, as a user's install would have them. */
function linkPackages(root: string, target: string): void {
  const link = (name: string, from: string) => {
    mkdirSync(dirname(join(target, name)), { recursive: true });
    rmSync(join(target, name), { force: true });
    symlinkSync(from, join(target, name), 'dir');
  };
  for (const manifest of globSync('{packages,apps}/*/package.json', { cwd: root })) {
    const home = join(root, dirname(manifest));
    for (const name of installedIn(join(home, 'node_modules')))
      link(name, join(home, 'node_modules', name));
    link(JSON.parse(readFileSync(join(root, manifest), 'utf8')).name, home);
  }
}

function installedIn(folder: string): readonly string[] {
  return globSync(['[!.@]*', '@*/*'], { cwd: folder }).filter(
    (name) => readdirSync(join(folder, name)).length > 0,
  );
}
