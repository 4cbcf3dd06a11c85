import { expect, test } from 'vitest';
import { cycles } from './cycles.ts';
import { parseSourceFile } from './source-file.ts';

const cyclesOf = (sources: Readonly<Record<string, string>>) =>
  cycles(Object.entries(sources).map(([path, text]) => parseSourceFile(path, text)));

test('a cycle is reported once, at the import that closes it, with the whole way round', () => {
  const [violation, ...others] = cyclesOf({
    'a/one.ts': "import { two } from './two.js';",
    'a/two.ts': "import './b/three.js';",
    'a/b/three.ts': "const a = 1;\nexport * as one from '../one.js';",
  });
  expect(violation).toMatchObject({ path: 'a/b/three.ts', line: 2 });
  expect(violation?.message).toContain('a/one.ts → a/two.ts → a/b/three.ts → a/one.ts');
  expect(others).toEqual([]);
});

test('a cycle of types alone is a cycle', () => {
  const found = cyclesOf({
    'one.ts': "import type { Two } from './two.js';",
    'two.ts': "import type { One } from './one.js';",
  });
  expect(found).toHaveLength(1);
});

test('two ways to the same file are not a cycle', () => {
  const found = cyclesOf({
    'top.ts': "import './left.js'; import './right.js';",
    'left.ts': "import './bottom.js';",
    'right.ts': "import './bottom.js';",
    'bottom.ts': 'export const bottom = 1;',
  });
  expect(found).toEqual([]);
});
