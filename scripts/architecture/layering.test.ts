import { expect, test } from 'vitest';
import turbo from '../../turbo.json' with { type: 'json' };
import { layering, layers } from './layering.ts';
import { parseSourceFile } from './source-file.ts';

const messagesFor = (path: string, text: string) =>
  layering([parseSourceFile(path, text)]).map(({ message }) => message);

test.each([
  ['packages/streaming/src/x.ts', "import '@farebox/client';", 'streaming may import core'],
  ['packages/cost/src/x.ts', "import type { A } from '@farebox/client';", 'cost may import core'],
  ['packages/core/src/x.ts', "import '@farebox/cost';", 'core may import nothing of ours'],
  ['packages/chat/src/x.ts', "import '@farebox/simulator';", 'chat may import core, streaming'],
  ['packages/chat/src/x.ts', "import 'farebox';", 'imports the command line'],
  ['packages/chat/src/x.ts', "import '@farebox/chat';", 'its own package by name'],
  ['packages/chat/src/a/x.ts', "import '../../../core/src/y.js';", 'reaches out of its package'],
  [
    'packages/simulator/src/x.ts',
    "import { exponential } from '@farebox/core';",
    'shares only wire types',
  ],
])('%s refuses %s', (path, text, part) => {
  expect(messagesFor(path, text)).toEqual([expect.stringContaining(part)]);
});

test.each([
  ['packages/chat/src/x.ts', "import '@farebox/cost';"],
  ['packages/chat/src/a/x.ts', "import '../b/y.js';"],
  ['packages/chat/src/x.test.ts', "import '@farebox/simulator';"],
  ['packages/simulator/src/x.ts', "import type { ChatRequest } from '@farebox/core';"],
  [
    'packages/simulator/src/x.ts',
    "import prices from '@farebox/core/prices/openai.json' with { type: 'json' };",
  ],
  ['apps/cli/src/x.ts', "import '@farebox/simulator/node';"],
])('%s accepts %s', (path, text) => {
  expect(messagesFor(path, text)).toEqual([]);
});

test('the tags in turbo.json name the same layers', () => {
  const { app, ...libraries } = turbo.boundaries.tags;
  const tags = Object.entries(libraries).map(([tag, rule]) => [tag, rule.dependencies.allow]);
  expect(Object.fromEntries(tags)).toEqual(layers);
});
