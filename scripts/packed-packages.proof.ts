import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command } from './gates/command.ts';
import { pack } from './gates/pack.ts';
import { publishedPackages } from './gates/published-packages.ts';

const packages = publishedPackages();
const names = packages.map(({ name }) => name);
let home: string;
const inHome = (...parts: string[]) => join(home, ...parts);
const installed = (name: string) => inHome('node_modules', name);

/** An empty folder with every package installed from its tarball, third parties linked from this repository. */
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'farebox-packed-'));
  for (const published of packages) {
    const target = installed(published.name);
    mkdirSync(target, { recursive: true });
    const tarball = await pack(published, home);
    const { passed, output } = await command('tar', [
      ...['-xzf', tarball, '-C', target],
      '--strip-components=1',
    ]);
    if (!passed) throw new Error(output);
  }
  for (const { folder, dependencies } of packages)
    for (const dependency of dependencies.filter((name) => !names.includes(name))) {
      const link = installed(dependency);
      rmSync(link, { force: true });
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(folder, 'node_modules', dependency), link, 'dir');
    }
});
afterAll(() => rmSync(home, { recursive: true }));

const filesOf = (name: string) => globSync('**/*', { cwd: installed(name) });

test.each(names)('%s says what it is and under which licence, and carries no test', (name) => {
  const files = filesOf(name);
  expect(files).toEqual(expect.arrayContaining(['package.json', 'README.md', 'LICENSE']));
  expect(files.filter((file) => /\.(test|proof)\.|(^|\/)src(\/|$)/.test(file))).toEqual([]);
});

test.each(names)('%s asks for versions, not for a workspace', (name) => {
  const manifest = readFileSync(join(installed(name), 'package.json'), 'utf8');
  expect(manifest).not.toContain('workspace:');
});

const modules = packages.flatMap(({ name, subpaths }) =>
  subpaths
    .filter((subpath) => !subpath.endsWith('.json'))
    .map((subpath) => [join(name, subpath), name] as const),
);

test.each(modules)('%s imports in an empty folder and exports something', async (specifier) => {
  const code = `console.log(Object.keys(await import('${specifier}')).length > 0)`;
  const { output } = await command(process.execPath, ['--input-type=module', '-e', code], home);
  expect(output.trim()).toBe('true');
});

const commands = packages.flatMap(({ name, bin }) =>
  Object.entries(bin).map(([alias, path]) => [alias, join(name, path)] as const),
);

test.each(commands)('the command %s starts in an empty folder', async (_, path) => {
  const { passed, output } = await command(process.execPath, [installed(path), '--help'], home);
  expect(output).toContain('Usage');
  expect(passed).toBe(true);
});
