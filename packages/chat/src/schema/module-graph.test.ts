import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const source = fileURLToPath(new URL('../', import.meta.url));

/** Every module of the package that the root imports, directly or not, with what they import from outside. */
function importedBy(entry: string): Set<string> {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    const text = readFileSync(file, 'utf8');
    // Types are gone when it runs.
    for (const [, clause = '', from = ''] of text.matchAll(
      /^(?:import|export)\b([^;']*?)\bfrom '([^']+)';/gm,
    )) {
      if (clause.trim().startsWith('type ')) continue;
      if (!from.startsWith('.')) found.add(from);
      else visit(fileURLToPath(new URL(from.replace(/\.js$/, '.ts'), `file://${file}`)));
    }
  };
  visit(`${source}${entry}`);
  return found;
}

it('the plain path loads neither zod nor the package of the standard; the path of zod loads nothing else', () => {
  const plain = [...importedBy('index.ts')];
  expect(plain.length).toBeGreaterThan(30);
  expect(plain.filter((name) => /^(zod|@standard-schema)/.test(name))).toEqual([]);
  expect([...importedBy('zod.ts')].filter((name) => !name.startsWith(source))).toEqual([
    'zod/v4/core',
  ]);
});

it('no type that users see needs zod or the package of the standard, but for @farebox/chat/zod', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.(test|proof)\.ts$|fixtures\//.test(name))
    .filter((name) =>
      /from '(zod|@standard-schema)/.test(readFileSync(`${source}${name}`, 'utf8')),
    );
  expect(files).toEqual(['zod.ts']);
});
