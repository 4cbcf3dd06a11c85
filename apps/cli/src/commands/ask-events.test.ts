import { simulate } from '@farebox/simulator';
import { describe, expect, it, test } from 'vitest';
import { type FakeIoOptions, fakeIo } from '../fixtures/fake-io.js';
import { farebox } from '../fixtures/farebox.js';
import { passingClock } from '../fixtures/passing-clock.js';
import { run } from '../run.js';

// biome-ignore lint/suspicious/noExplicitAny: what is read is what is tested
type Event = Readonly<Record<string, any>>;

async function events(argv: readonly string[], options: FakeIoOptions = {}) {
  const { code, out, error } = await farebox(['--jsonl', ...argv], options);
  const all: Event[] = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { code, error, all, types: all.map(({ type }) => type) };
}

it('tells what happens, in order, and the texts are the answer', async () => {
  const simulator = simulate({ seed: 1 });
  const openSimulator = async () => simulator.fetch;
  const { code, all, types, error } = await events(['Explain recursion'], { openSimulator });
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(types.filter((type, index) => type !== 'text' || types[index - 1] !== 'text')).toEqual([
    'start',
    'attempt',
    'first-token',
    'text',
    'receipt',
    'answer',
  ]);
  const answer = all.at(-1);
  const texts = all.filter(({ type }) => type === 'text').map(({ text }) => text);
  expect(texts.join('')).toBe(answer?.text);
  expect(all[0]).toEqual({
    type: 'start',
    ms: expect.any(Number),
    model: 'gpt-4o-mini',
    origin: null,
    simulated: true,
  });
  const receipt = all.find(({ type }) => type === 'receipt');
  expect(receipt?.costUsd).toBe(answer?.costUsd);
  expect(answer?.cost).toBe(simulator.books.cost.toString());
});

it('counts milliseconds from the beginning, and never backwards', async () => {
  const { all } = await events(['Hi']);
  const times = all.map(({ ms }) => ms);
  expect(times).toEqual(times.toSorted((one, other) => one - other));
});

it('has the object of --json as its answer', async () => {
  const openSimulator = async () => simulate({ seed: 3 }).fetch;
  const { all } = await events(['-t', '0', 'Hi'], { openSimulator });
  const { type, ms, ...answer } = all.at(-1) ?? {};
  const { out } = await farebox(['--json', '-t', '0', 'Hi'], { openSimulator });
  expect({ ...answer, requestId: '' }).toEqual({ ...JSON.parse(out), requestId: '' });
});

it('tells of a wait between attempts, and of each receipt', async () => {
  const clock = passingClock();
  const simulator = simulate({ seed: 1, clock, faults: ['rate-limit'] });
  const io = fakeIo({ clock, openSimulator: async () => simulator.fetch });
  expect(await clock.until(run(['--jsonl', 'Hi'], io))).toBe(0);
  const all: Event[] = io.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(all.filter(({ type }) => type === 'attempt').map(({ attempt }) => attempt)).toEqual([
    1, 2,
  ]);
  expect(all.find(({ type }) => type === 'wait')).toMatchObject({
    attempt: 1,
    waitMs: expect.any(Number),
    error: { kind: 'rate-limit', name: 'RateLimitError' },
  });
  expect(all.filter(({ type }) => type === 'receipt')).toMatchObject([
    { attempt: 1, outcome: 'rate-limit' },
    { attempt: 2, outcome: 'completed' },
  ]);
});

it('tells how much is void when an answer begins anew', async () => {
  const clock = passingClock();
  const simulator = simulate({ seed: 1, clock, faults: ['reset'] });
  const io = fakeIo({ clock, openSimulator: async () => simulator.fetch });
  const argv = ['--jsonl', '-t', '0', '--on-truncated', 'restart', 'Explain recursion'];
  expect(await clock.until(run(argv, io))).toBe(0);
  const all: Event[] = io.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  let text = '';
  for (const event of all) {
    if (event.type === 'text') text += event.text;
    if (event.type === 'restart') text = text.slice(0, text.length - event.discardedCharacters);
  }
  expect(all.map(({ type }) => type)).toContain('restart');
  expect(text).toBe(all.at(-1)?.text);
});

describe('an error', () => {
  test.each([
    ['no prompt', [], {}, 2, 'configuration'],
    ['no room', ['--max-cost', '0.000001', 'Hi'], {}, 3, 'budget'],
    ['two system messages', ['-s', 'a', '-r', 'tutor', 'Hi'], {}, 2, 'configuration'],
  ])('%s is the last event, and the exit code stays', async (_name, argv, options, exit, kind) => {
    const { code, all, error } = await events(argv, options);
    expect(code).toBe(exit);
    const last = all.at(-1);
    expect(last).toMatchObject({ type: 'error', kind, exit, fix: expect.any(String) });
    expect(error).toContain(last?.message);
  });

  it('comes after the text that had arrived, and its receipt', async () => {
    const clock = passingClock();
    const simulator = simulate({ seed: 1, clock, faults: ['reset'] });
    const io = fakeIo({ clock, openSimulator: async () => simulator.fetch });
    expect(await clock.until(run(['--jsonl', 'Explain recursion'], io))).toBe(8);
    const types = io.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).type);
    expect([...new Set(types)]).toEqual([
      'start',
      'attempt',
      'first-token',
      'text',
      'receipt',
      'error',
    ]);
  });

  it('has no key in it', async () => {
    const key = 'sk-canary-0123456789abcdef';
    const environment = { OPENAI_API_KEY: key, OPENAI_BASE_URL: 'http://server.test/v1' };
    const fetch: typeof globalThis.fetch = async () =>
      Response.json({ error: { message: `Incorrect key ${key}` } }, { status: 401 });
    const { code, all, error } = await events(['Hi'], { environment, fetch });
    expect(code).toBe(4);
    expect(JSON.stringify(all) + error).not.toContain('canary');
    expect(all.at(-1)).toMatchObject({ type: 'error', kind: 'authentication', status: 401 });
  });
});

it('warns as an event, and exits as --strict says', async () => {
  const { code, all, error } = await events(['--strict', '--max-tokens', '5', 'Explain recursion']);
  expect({ code, error }).toEqual({ code: 8, error: '' });
  expect(all.at(-2)).toMatchObject({ type: 'warning', text: expect.stringContaining('cut off') });
  expect(all.at(-1)).toMatchObject({ type: 'answer', truncated: true });
});

it('does not go with --json', async () => {
  const { code, error } = await farebox(['--jsonl', '--json', 'Hi']);
  expect({ code, error }).toEqual({ code: 2, error: expect.stringContaining("'--json'") });
});
