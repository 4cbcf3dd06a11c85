import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorKinds } from '@farebox/core';
import { simulate } from '@farebox/simulator';
import { type FaultCase, faultTable } from '@farebox/simulator/fault-table';
import { serve } from '@farebox/simulator/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { canaryKey, canaryPrompt, leaksIn, wholeAnswer } from '../src/fixtures/canaries.js';
import { type CommandResult, resultOf, startCommand } from './command.js';

// Each test starts a process, on machines that may be busy.
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'farebox-faults-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Of every level that a server reaches, and above all what only a socket can do. */
const played = [
  'reset-before-headers',
  'not-http',
  'reset',
  'reset-unframed',
  'short-body',
  'cut-in-chunk',
  'cut-json',
  'open-after-done',
  'malformed-chunk',
  'html',
  'unauthorized',
  'rate-limit-then-ok',
  'quota-insufficient-quota',
  'redirect-307',
  'redirect-elsewhere',
  'gzip',
  'gzip-bomb',
  'two-lengths',
  'split-bytes',
  'control-characters',
  'abort-in-headers',
  'abort-in-content',
  'stale-connection-then-ok',
] as const;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

it.each(played)('in a process of its own, farebox does what the table says: %s', async (name) => {
  const faultCase = caseCalled(name);
  const { expected } = faultCase;
  const { code, out, error } = await askServed(faultCase);
  expect({ code, error }).toEqual({ code: expected.exit, error: expect.anything() });
  if (expected.kind === 'completed') expect(out).toBe(`${wholeAnswer}\n`);
  const printed = out.replace(/\n$/, '');
  expect(wholeAnswer.startsWith(printed)).toBe(true);
  expect(printed !== '').toBe(expected.delivered);

  const lines = error.split('\n').slice(0, -1);
  const waits = lines.filter((line) => /^farebox: attempt \d+: .+; waiting .+ s$/.test(line));
  expect(waits).toHaveLength(expected.attempts - 1);
  const costs = lines.filter((line) => line.startsWith('cost '));
  const charged = expected.money.some((money) => money !== 'none');
  expect(costs).toHaveLength(charged ? 1 : 0);
  if (charged) expect(costs[0]?.includes('up to')).toBe(expected.money.includes('bounded'));
  expect(lines.slice(waits.length + costs.length)).toEqual(endLines(faultCase));

  expect(leaksIn(out + error)).toEqual([]);
  expect(error).not.toMatch(control);
  expect(readdirSync(folder, { recursive: true })).toEqual([]);
});

function caseCalled(name: string): FaultCase {
  const found = faultTable.flatMap(({ cases }) => cases).find((one) => one.name === name);
  if (found === undefined) throw new Error(`The table has no case ${name}.`);
  return found;
}

function endLines({ expected: { kind } }: FaultCase): unknown[] {
  if (kind === 'completed' || kind === 'abandoned') return [];
  if (kind === 'aborted') return ['farebox: interrupted'];
  const { name } = errorKinds[kind];
  return [
    expect.stringMatching(new RegExp(`^farebox: ${name}: (?:[A-Z]|http).+$`)),
    expect.stringMatching(/^ {2}fix: [A-Z].+\.$/),
  ];
}

/** Asks a served simulator under one case, from an empty folder, and does what the caller of the case does. */
async function askServed({ script, request, client }: FaultCase): Promise<CommandResult> {
  const last = script.at(-1) ?? 'ok';
  const faults = Array.from({ length: 8 }, (_, index) => script[index] ?? last);
  const simulator = simulate({ seed: 1, faults, answers: [() => wholeAnswer] });
  const server = await serve(simulator);
  try {
    const noStream = request?.stream === false ? ['--no-stream'] : [];
    const child = startCommand([...noStream, canaryPrompt], {
      folder,
      environment: {
        HOME: folder,
        TMPDIR: folder,
        OPENAI_API_KEY: canaryKey,
        OPENAI_BASE_URL: server.url,
      },
    });
    child.stdin.end();
    const result = resultOf(child);
    const interrupt = () => void child.kill('SIGINT');
    if (client === 'abort-in-content') child.stdout.once('data', interrupt);
    if (client === 'abort-in-headers') {
      await expect.poll(() => simulator.books.requests.length, { timeout: 20_000 }).toBe(1);
      interrupt();
    }
    return await result;
  } finally {
    await server.close();
  }
}
