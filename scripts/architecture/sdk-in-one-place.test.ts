import { expect, test } from 'vitest';
import { sdkInOnePlace } from './sdk-in-one-place.ts';
import { parseSourceFile } from './source-file.ts';

const countFor = (path: string) =>
  sdkInOnePlace([parseSourceFile(path, "import OpenAI from 'openai';")]).length;

test.each([
  'packages/client/src/retry.ts',
  'packages/client/src/openaix.ts',
  'packages/cost/src/openai.ts',
  'apps/cli/src/main.ts',
  'packages/simulator/src/request/schema.ts',
  'packages/chat/src/chat-client.test.ts',
])('%s may not import the SDK', (path) => {
  expect(countFor(path)).toBe(1);
});

test.each([
  'packages/client/src/openai.ts',
  'packages/client/src/openai.test.ts',
  'packages/client/src/openai/from-openai.ts',
  'packages/simulator/src/request/schema.test.ts',
  'packages/simulator/test/clients/openai.test.ts',
])('%s may import the SDK', (path) => {
  expect(countFor(path)).toBe(0);
});
