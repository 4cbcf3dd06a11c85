import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkFences } from './check-fences.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'farebox-fences-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** A package of one function, built, and a README about it. */
function repositoryWith(readme: string): void {
  const home = join(root, 'packages/one');
  mkdirSync(join(home, 'node_modules'), { recursive: true });
  const manifest = { name: '@example/one', type: 'module', exports: './one.js' };
  writeFileSync(join(home, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(home, 'one.js'), 'export const one = () => 1;\n');
  writeFileSync(join(home, 'one.d.ts'), 'export declare const one: () => number;\n');
  writeFileSync(join(home, 'README.md'), readme);
}

const fence = (code: string, info = 'ts') => `# One\n\n\`\`\`${info}\n${code}\n\`\`\`\n`;
const importing = "import { one } from '@example/one';\n";

test('an example that says the truth about a built package passes', async () => {
  repositoryWith(fence(`${importing}one() // => 1`));
  expect(await checkFences(root)).toEqual({ typeChecked: 1, ran: 1, failures: [] });
});

test('an example that says something else fails with its README, its line and both values', async () => {
  repositoryWith(fence(`${importing}one() // => 2`));
  const { failures } = await checkFences(root);
  expect(failures).toEqual([expect.stringContaining('packages/one/README.md:5  is 1, not 2')]);
});

test('an example that does not compile fails even if it would run, at its line of the README', async () => {
  repositoryWith(fence(`${importing}const text: string = one();\ntext;`));
  const { failures } = await checkFences(root);
  expect(failures).toEqual([expect.stringMatching(/^packages\/one\/README\.md:5 {2}error TS2322/)]);
});

test('an example that needs a key is compiled and not run', async () => {
  repositoryWith(
    fence(`${importing}one();\nthrow new Error('no key');`, 'ts no-run (needs a key)'),
  );
  expect(await checkFences(root)).toEqual({ typeChecked: 1, ran: 0, failures: [] });
});

test('a cell of a lesson is compiled as strictly as an example of a README', async () => {
  repositoryWith('# One\n');
  const lessons = 'apps/playground/src/lessons/content';
  mkdirSync(join(root, lessons), { recursive: true });
  writeFileSync(
    join(root, lessons, '01-first.md'),
    fence(`${importing}const text: string = one();`, 'ts cell Ask'),
  );
  const { failures } = await checkFences(root);
  expect(failures).toEqual([expect.stringMatching(`^${lessons}/01-first.md:5 {2}error TS2322`)]);
});

test('an example that reaches for the internet fails and names the host', async () => {
  repositoryWith(fence("await fetch('http://203.0.113.1/');"));
  const { failures } = await checkFences(root);
  expect(failures.join()).toContain('this example reaches for 203.0.113.1');
});

test('an example that is malformed hides no other', async () => {
  repositoryWith(fence('const = 1;') + fence(`${importing}one() // => 2`));
  writeFileSync(join(root, 'README.md'), '```ts norun\n```\n');
  const { failures } = await checkFences(root);
  expect(failures).toEqual(
    expect.arrayContaining([
      expect.stringContaining('README.md:1  "ts norun" is not understood'),
      expect.stringContaining('packages/one/README.md:4  '),
      expect.stringContaining('packages/one/README.md:10  is 1, not 2'),
    ]),
  );
});
