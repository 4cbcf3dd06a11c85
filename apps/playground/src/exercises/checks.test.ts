import { expect, test } from 'vitest';
import { compileCell } from '../cell/compile.js';
import { requireModule } from '../cell/worker/require-module.js';
import { compileChecked } from './checked-source.js';
import { exercises } from './exercises.js';
import { wrongAnswers } from './fixtures/wrong-answers.js';
import { readResults } from './read-results.js';
import { rightAnswers } from './right-answers.js';

/** What is wrong with an answer, found as a cell finds it, without its walls. */
async function problemsOf(name: string, source: string): Promise<readonly string[]> {
  const compiled = compileChecked(name, compileCell)(source);
  if ('failure' in compiled) throw new Error(compiled.failure.message);
  const url = `data:text/javascript,${encodeURIComponent(compiled.code)}`;
  const { default: start } = await import(/* @vite-ignore */ url);
  let result = '';
  await start(requireModule, {}, (value: string) => {
    result = value;
  });
  const checks = exercises.find((exercise) => exercise.name === name)?.checks ?? 0;
  const results = readResults(result, checks);
  if (results === undefined) throw new Error(`${result} are no ${checks} results.`);
  return results.flatMap(({ problem }) => problem ?? []);
}

test.each(exercises)(
  '$name: the right answer passes, and an empty cell does not',
  async (exercise) => {
    const { name, checks } = exercise;
    expect(await problemsOf(name, rightAnswers[name] ?? '')).toEqual([]);
    expect(await problemsOf(name, '')).toHaveLength(checks);
  },
);

test.each([
  [
    'formatMessages',
    `import { system, user } from '@farebox/core';
const formatMessages = (a: string, b: string) => [system(a), user(b)];`,
  ],
  [
    'formatMessages',
    `export default function formatMessages(systemPrompt, userPrompt) {
  const messages = [];
  messages.push({ content: systemPrompt, role: 'system' });
  messages.push({ content: userPrompt, role: 'user' });
  return messages;
} // The order of members is free.`,
  ],
  ['backoffDelays', `import { backoffDelays } from '@farebox/core';\nbackoffDelays(4)`],
  [
    'backoffDelays',
    `export function backoffDelays(maxRetries, base = 2) {
  const waits = [];
  for (let wait = 1; waits.length < maxRetries; wait *= base) waits.push(wait);
  return waits;
}`,
  ],
  ['calculateCost', `import { calculateCost } from '@farebox/core';`],
  [
    'calculateCost',
    `const calculateCost = (tokensIn, tokensOut, model) => {
  const [input, output] = model === 'gpt-4o' ? [2.5, 10] : [0.15, 0.6];
  return tokensIn * (input / 1e6) + tokensOut * (output / 1e6);
};`,
  ],
])('%s: the same in other words passes, too', async (name, source) => {
  expect(await problemsOf(name, source)).toEqual([]);
});

test.each(wrongAnswers)('$name, $wrong: what its writer is told', async (answer) => {
  expect((await problemsOf(answer.name, answer.source)).join('\n')).toContain(answer.told);
});

test('an answer that is an import alone, or an export of one, is found', async () => {
  const source = `import { formatMessages } from '@farebox/core';\nexport { formatMessages };`;
  expect(await problemsOf('formatMessages', source)).toEqual([]);
});

test('a mistake in the code is told with the line of the code, not of what is put behind it', () => {
  const compile = compileChecked('formatMessages', compileCell);
  expect(compile('function formatMessages() {\n  return [')).toMatchObject({
    failure: { name: 'SyntaxError' },
  });
  const compiled = compile('// one\nfunction formatMessages() { return [] }');
  expect('code' in compiled && compiled.code.split('\n')[1]).toContain('formatMessages() {');
});

test.each([
  undefined,
  '',
  'null',
  '{}',
  '[]',
  '[{"what":1}]',
  '[{"what":"It is.","problem":2}]',
  '[null]',
])('a cell that gives %j for its results has none', (result) => {
  expect(readResults(result, 1)).toBeUndefined();
});
