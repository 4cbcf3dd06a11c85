import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command } from './gates/command.ts';
import { pack } from './gates/pack.ts';
import { publishedPackages } from './gates/published-packages.ts';

const packages = publishedPackages();
const names = packages.map(({ name }) => name);
let home: string;

/** Where a package lies, beside exactly what it declares: anything it forgot to declare is not found. */
const neighbours = (name: string) => join(home, name.replace('/', '+'), 'node_modules');
const installed = (name: string) => join(neighbours(name), name);

/** Every package from its tarball, as a strict installer would lay it out; third parties come from this repository. */
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'farebox-packed-'));
  for (const published of packages) {
    const { name, folder, dependencies } = published;
    mkdirSync(installed(name), { recursive: true });
    const tarball = await pack(published, home);
    const unpack = ['-xzf', tarball, '-C', installed(name), '--strip-components=1'];
    const { passed, output } = await command('tar', unpack);
    if (!passed) throw new Error(output);
    for (const dependency of dependencies) {
      const from = names.includes(dependency)
        ? installed(dependency)
        : join(folder, 'node_modules', dependency);
      const link = join(neighbours(name), dependency);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(from, link, 'dir');
    }
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

/** `./prices/*` as every module there is. */
const spelledOut = (folder: string, subpath: string) =>
  subpath.includes('*')
    ? globSync(`${subpath}.js`, { cwd: join(folder, 'dist') }).map((path) => path.slice(0, -3))
    : [subpath];
const modules = packages.flatMap(({ name, folder, subpaths }) =>
  subpaths
    .filter((subpath) => !subpath.endsWith('.json'))
    .flatMap((subpath) => spelledOut(folder, subpath))
    .map((subpath) => [posix.join(name, subpath), name] as const),
);

/** Subpaths that are of no use without an optional peer. */
const needs: Readonly<Record<string, string>> = {
  '@farebox/chat/zod': 'zod',
  '@farebox/client/node': 'undici',
};

test.each(Object.entries(needs))(
  '%s names the peer that it needs, %s, where that is missing',
  async (specifier, peer) => {
    const [scope = '', name = ''] = specifier.split('/');
    const published = packages.find((each) => each.name === `${scope}/${name}`);
    if (published === undefined) throw new Error(`${specifier} is of no package.`);
    const code = `await import('${specifier}')`;
    const folder = dirname(neighbours(published.name));
    const { output } = await command(process.execPath, ['--input-type=module', '-e', code], folder);
    expect(output).toContain(`Cannot find package '${peer}'`);
    const from = join(published.folder, 'node_modules', peer);
    symlinkSync(from, join(neighbours(published.name), peer), 'dir');
  },
);

test.each(modules)(
  '%s imports in an empty folder and exports something',
  async (specifier, name) => {
    const code = `console.log(Object.keys(await import('${specifier}')).length > 0)`;
    const folder = dirname(neighbours(name));
    const { output } = await command(process.execPath, ['--input-type=module', '-e', code], folder);
    expect(output.trim()).toBe('true');
  },
);

const commands = packages.flatMap(({ name, bin }) =>
  Object.entries(bin).map(([alias, path]) => [alias, name, path] as const),
);

test.each(commands)('the command %s starts in an empty folder', async (_, name, path) => {
  const file = join(installed(name), path);
  const { passed, output } = await command(process.execPath, [file, '--help'], home);
  expect(output).toContain('Usage');
  expect(passed).toBe(true);
});

test('the command brings the playground with it, and serves it', async () => {
  const env = { PATH: process.env.PATH ?? '', FAREBOX_HOME: join(home, 'state') };
  const file = join(installed('farebox'), 'dist/farebox.js');
  const child = spawn(process.execPath, [file, 'play', '--no-open'], { cwd: home, env });
  const ended = once(child, 'close');
  const [line] = await Promise.race([once(child.stdout, 'data'), ended]);
  const served = new URL(String(line).trim());
  const page = async (path: string) => {
    const response = await fetch(new URL(path, served.origin));
    return response.ok ? response.text() : expect.fail(`${path}: ${response.status}`);
  };
  try {
    const index = await page('/');
    expect(index).toContain('<title>Farebox playground</title>');
    const assets = [...index.matchAll(/(?:src|href)="\.(\/assets\/[^"]+)"/g)];
    expect(assets.length).toBeGreaterThan(0);
    for (const path of ['/live.html', '/cell.html', ...assets.map(([, path = '']) => path)]) {
      expect(await page(path)).not.toBe('');
    }
  } finally {
    child.kill('SIGINT');
    await ended;
  }
});
