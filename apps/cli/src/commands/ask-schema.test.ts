import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simulate } from '@farebox/simulator';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { farebox } from '../fixtures/farebox.js';

let workingFolder: string;
beforeAll(() => {
  workingFolder = mkdtempSync(join(tmpdir(), 'farebox-'));
  writeFileSync(
    join(workingFolder, 'list.json'),
    '{"type": "array", "items": {"type": "integer"}}',
  );
  writeFileSync(join(workingFolder, 'broken.json'), '{');
  writeFileSync(join(workingFolder, 'date.json'), '{"type": "object", "if": {}, "then": {}}');
});
afterAll(() => rmSync(workingFolder, { recursive: true }));

/** Asks a model that gives these answers, one after the other. */
async function ask(schema: string, answers: readonly string[], ...argv: readonly string[]) {
  const simulator = simulate({ seed: 1, answers: [...answers] });
  const openSimulator = async () => simulator.fetch;
  const options = { openSimulator, workingFolder, terminal: argv.includes('--terminal') };
  const words = argv.filter((word) => word !== '--terminal');
  const result = await farebox(['--schema', schema, ...words, 'Who?'], options);
  return { ...result, requests: simulator.books.requests };
}

const anna = '{"name": "Anna", "age": 34}';

it('prints the value alone: on one line into a pipe, on several on a terminal', async () => {
  const { code, out, lines } = await ask('name, age int', [anna]);
  expect({ code, out }).toEqual({ code: 0, out: '{"name":"Anna","age":34}\n' });
  expect(lines).toEqual([expect.stringMatching(/^cost /)]);
  const shown = await ask('name, age int', [anna], '--terminal');
  expect(shown.out).toBe('{\n  "name": "Anna",\n  "age": 34\n}\n');
});

it('sends the schema as it stands in a file, and prints a list as one', async () => {
  const { out } = await ask('list.json', ['{"value": [1, 2]}']);
  expect(out).toBe('[1,2]\n');
  const dry = await farebox(['--dry-run', '--schema', 'list.json', 'Hi'], { workingFolder });
  expect(JSON.stringify(JSON.parse(dry.out).body.response_format)).toContain(
    '{"type":"array","items":{"type":"integer"}}',
  );
});

it('asks again once, says what did not fit, and pays for both', async () => {
  const { code, out, lines, requests } = await ask('name, age int', ['{"name": "Anna"}', anna]);
  expect({ code, out }).toEqual({ code: 0, out: '{"name":"Anna","age":34}\n' });
  expect(lines[0]).toMatch(/^farebox: .*age.*; asking again$/);
  expect(lines[0]).not.toContain('Anna');
  expect(requests).toHaveLength(2);
});

it('is exit 10 with nothing on standard output when it does not fit the second time either', async () => {
  const { code, out, error } = await ask('name, age int', ['{"name": "Anna"}', 'none']);
  expect({ code, out }).toEqual({ code: 10, out: '' });
  expect(error).toMatch(/^farebox: SchemaMismatchError: .+\n {2}fix: .+$/m);
  expect(error).toMatch(/^cost \$/m);
});

it('is a field of --json, and of the last event of --jsonl', async () => {
  const { out } = await ask('name, age int', [anna], '--json');
  expect(JSON.parse(out)).toMatchObject({ value: { name: 'Anna', age: 34 }, finishReason: 'stop' });
  const events = await ask('name, age int', ['{}', anna], '--jsonl');
  const all = events.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(all.map(({ type }) => type)).toContain('re-ask');
  expect(all.at(-1)).toMatchObject({ type: 'answer', value: { name: 'Anna', age: 34 } });
});

it('is in the bound of estimate, which is the ceiling of a dry run', async () => {
  const argv = ['--schema', 'name, age int', 'Who?'];
  const { bound, expected } = JSON.parse((await farebox(['estimate', '--json', ...argv])).out);
  const plain = JSON.parse((await farebox(['estimate', '--json', 'Who?'])).out);
  expect(bound.cost).toBe(JSON.parse((await farebox(['--dry-run', ...argv])).out).ceiling);
  expect(expected.inputTokens).toBeGreaterThan(plain.expected.inputTokens);
});

it.each(['name: first/last', 'city:e.g. Oslo', 'name, path: a/b or a.json'])(
  'a description may have dots and slashes in it, and is no file: %s',
  async (schema) => {
    expect((await ask(schema, [], '--dry-run')).code).toBe(0);
  },
);

describe('what is no schema', () => {
  test.each([
    ['JSON that is broken', '{"type": ', '--schema is no JSON.'],
    ['a file that is broken', 'broken.json', 'The file broken.json, for --schema, is no JSON.'],
    ['a file that is not there', 'nothing.json', /^The file nothing\.json is not there/],
    [
      'a part that nothing here can check',
      'date.json',
      /^--schema has a part that cannot be checked/,
    ],
    ['a file of another name', 'person.txt', /^The file person\.txt is not there/],
    ['words that are no fields', 'name whatever', /^--schema is neither JSON nor a file/],
    ['nothing', '', '--schema is empty.'],
  ])('is exit 2, and nothing is sent: %s', async (_name, schema, message) => {
    const { code, out, error, requests } = await ask(schema, []);
    expect({ code, out, requests }).toEqual({ code: 2, out: '', requests: [] });
    const [, told] = /^farebox: ConfigurationError: (.*)$/m.exec(error) ?? [];
    expect(told).toEqual(expect.stringMatching(message));
  });
});
