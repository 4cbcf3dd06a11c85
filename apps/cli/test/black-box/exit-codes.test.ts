import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SimulateOptions, simulate } from '@farebox/simulator';
import { serve } from '@farebox/simulator/node';
import { afterAll, expect, test } from 'vitest';
import { farebox } from '../command.js';
import { inTurn } from './in-turn.js';

const turn = inTurn(3);
const folder = mkdtempSync(join(tmpdir(), 'farebox-'));
afterAll(() => rmSync(folder, { recursive: true }));
const key = 'sk-canary-0123456789abcdef';
const answer = 'Recursion is a function that calls itself.';

/** Asks a provider of its own that behaves in this way; gives what it billed as well. */
async function ask(
  options: SimulateOptions,
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
) {
  const simulator = simulate({ seed: 1, answers: [() => answer], ...options });
  const server = await serve(simulator);
  try {
    const result = await farebox([...argv, 'Explain recursion'], {
      environment: { OPENAI_API_KEY: key, OPENAI_BASE_URL: server.url, ...environment },
    });
    expect(result.out + result.error).not.toContain('canary');
    return { ...result, requests: simulator.books.requests.length };
  } finally {
    await server.close();
  }
}

const once = ['--retries', '0'];
const wrongKey = { OPENAI_API_KEY: 'sk-canary-wrong-9876543210' };

/** The fault of the provider, the options, the exit code, the name of the error, how much of the answer is printed. */
test.concurrent.for<
  [string, SimulateOptions, readonly string[], number, string, 'whole' | 'part' | 'none']
>([
  ['an answer', {}, [], 0, '', 'whole'],
  ['an answer in one reply', {}, ['--no-stream'], 0, '', 'whole'],
  ['a second attempt that works', { faults: ['rate-limit'] }, [], 0, '', 'whole'],
  ['a restart that works', { faults: ['reset'] }, ['--on-truncated', 'restart'], 0, '', 'whole'],
  ['a cut-off answer', {}, ['--max-tokens', '3'], 0, '', 'part'],
  ['a redirect to elsewhere', { faults: ['redirect-elsewhere'] }, [], 2, 'Configuration', 'none'],
  ['no room', {}, ['--max-cost', '0.000001'], 3, 'BudgetExceeded', 'none'],
  ['a price that nobody knows', {}, ['--max-cost', '1', '-m', 'x'], 3, 'BudgetExceeded', 'none'],
  ['a 401', { faults: ['unauthorized'] }, [], 4, 'Authentication', 'none'],
  ['a 403', { faults: [{ fault: 'status', status: 403 }] }, [], 4, 'PermissionDenied', 'none'],
  ['a rate limit', { faults: ['rate-limit'] }, once, 5, 'RateLimit', 'none'],
  ['an empty account', { faults: ['quota'] }, [], 5, 'QuotaExceeded', 'none'],
  [
    'a reset before the answer',
    { faults: ['reset-before-headers'] },
    once,
    6,
    'APIConnection',
    'none',
  ],
  [
    'headers that never come',
    { faults: ['no-headers'] },
    ['--timeout', '0.5'],
    6,
    'APITimeout',
    'none',
  ],
  ['a 500', { faults: ['server-error'] }, once, 7, 'Server', 'none'],
  ['a 503', { faults: ['unavailable'] }, once, 7, 'Server', 'none'],
  ['a login page', { faults: ['html'] }, [], 7, 'Protocol', 'none'],
  ['a stream without an answer', { faults: ['empty'] }, once, 7, 'Protocol', 'none'],
  ['an error within the stream', { faults: ['error-event'] }, [], 7, 'Server', 'part'],
  ['an answer that breaks off', { faults: ['reset'] }, [], 8, 'StreamTruncated', 'part'],
  ['a strict look at a cut-off one', {}, ['--strict', '--max-tokens', '3'], 8, '', 'part'],
  ['a 400', { faults: [{ fault: 'status', status: 400 }] }, [], 11, 'BadRequest', 'none'],
  ['a 404', { faults: [{ fault: 'status', status: 404 }] }, [], 11, 'NotFound', 'none'],
  ['a model that is not there', {}, ['-m', 'no-such-model'], 11, 'NotFound', 'none'],
])('%s', ([_name, options, argv, exit, name, printed]) =>
  turn(async () => {
    const { code, out, error } = await ask(options, argv);
    expect({ code, error }).toEqual({ code: exit, error: expect.anything() });
    const text = out.replace(/\n$/, '');
    expect(answer.startsWith(text)).toBe(true);
    expect(text === answer ? 'whole' : text === '' ? 'none' : 'part').toBe(printed);
    const [told] = /^farebox: (\w+)Error: .+\n {2}fix: [A-Z].+\.$/m.exec(error) ?? [''];
    if (name === '') expect(told).toBe('');
    else expect(told).toMatch(new RegExp(`^farebox: ${name}Error: `));
    if (printed !== 'none') expect(error).toMatch(/^cost /m);
    // What was refused, or never left, has no cost.
    else if (exit < 6 || exit === 11) expect(error).not.toMatch(/^cost /m);
  }),
);

test.concurrent('a wrong key is exit 4, and neither key is shown', () =>
  turn(async () => {
    const { code, error } = await ask({ apiKeys: [key] }, [], wrongKey);
    expect(code).toBe(4);
    expect(error).toContain('OPENAI_API_KEY');
  }));

test.concurrent.for<[string, (home: string) => void, number]>([
  ['a ledger that is none', (home) => writeFileSync(join(home, 'ledger.db'), 'not a ledger'), 12],
  ['a folder in its place', (home) => mkdirSync(join(home, 'ledger.db')), 12],
  ['a budget that cannot be understood', broken('budgets', 'user-total.json'), 12],
])('%s is exit 12, and nothing is sent', ([name, damage, exit]) =>
  turn(async () => {
    const home = join(folder, name.replaceAll(' ', '-'));
    mkdirSync(home, { mode: 0o700 });
    damage(home);
    const { code, out, error, requests } = await ask({}, [], { FAREBOX_HOME: home });
    expect({ code, out, requests }).toEqual({ code: exit, out: '', requests: 0 });
    expect(error).toMatch(/^farebox: StoreError: .+\n {2}fix: .+\n$/);
  }),
);

test.concurrent('a model on no list is exit 1 in price and estimate', () =>
  turn(async () => {
    const results = [
      await farebox(['price', 'gpt4o-mini']),
      await farebox(['estimate', '-m', 'gpt4o-mini', 'Hi']),
    ];
    expect(results.map(({ code, out }) => ({ code, out }))).toEqual([
      { code: 1, out: '' },
      { code: 1, out: '' },
    ]);
    for (const { error } of results) expect(error).toContain('gpt-4o-mini');
  }));

test.concurrent('a FAREBOX_HOME that depends on the folder is exit 2', () =>
  turn(async () => {
    const { code, requests } = await ask({}, [], { FAREBOX_HOME: 'here' });
    expect({ code, requests }).toEqual({ code: 2, requests: 0 });
  }));

test.concurrent.for([
  ['401', { faults: ['unauthorized'] }, 4, 'authentication'],
  ['broken off', { faults: ['reset'] }, 8, 'truncated'],
] as const)(
  '--jsonl keeps the exit code, and its last line is the error: %s',
  ([_name, options, exit, kind]) =>
    turn(async () => {
      const { code, out } = await ask({ faults: [...options.faults] }, ['--jsonl']);
      expect(code).toBe(exit);
      const last = JSON.parse(out.trimEnd().split('\n').at(-1) ?? '');
      expect(last).toMatchObject({ type: 'error', kind, exit });
    }),
);

test.concurrent('an answer that does not fit its schema is exit 10, and is not printed', () =>
  turn(async () => {
    const argv = ['--schema', 'name, age int'];
    const { code, out, error, requests } = await ask({}, argv);
    expect({ code, out, requests }).toEqual({ code: 10, out: '', requests: 2 });
    expect(error).toMatch(/; asking again\n[\s\S]*farebox: SchemaMismatchError: /);
    expect(error).not.toContain('calls itself');
  }));

test.concurrent('an answer that fits is printed as a value', () =>
  turn(async () => {
    const options = { answers: [() => '{"name": "Anna", "age": 34}'] };
    const { code, out } = await ask(options, ['--schema', 'name, age int']);
    expect({ code, out }).toEqual({ code: 0, out: '{"name":"Anna","age":34}\n' });
  }));

test.concurrent('--json prints nothing for a call that fails', () =>
  turn(async () => {
    const { code, out } = await ask({ faults: ['reset'] }, ['--json']);
    expect({ code, out }).toEqual({ code: 8, out: '' });
  }));

function broken(...path: readonly [string, string]) {
  return (home: string) => {
    mkdirSync(join(home, path[0]));
    writeFileSync(join(home, ...path), '{');
  };
}
