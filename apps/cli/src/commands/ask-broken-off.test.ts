import { type FaultStep, simulate } from '@farebox/simulator';
import { describe, expect, it } from 'vitest';
import { wholeAnswer } from '../fixtures/canaries.js';
import { fakeIo } from '../fixtures/fake-io.js';
import { run } from '../run.js';

const cut: FaultStep = { fault: 'cut', afterChunks: 6 };

/** Asks with these options under these faults, and gives what is printed, in order, on both outputs. */
async function ask(
  options: readonly string[],
  faults: readonly FaultStep[],
  { terminal = false } = {},
) {
  const simulator = simulate({ faults, answers: [() => wholeAnswer] });
  let screen = '';
  const io = fakeIo({
    terminal,
    openSimulator: async () => (input, init) =>
      simulator.fetch(input, { ...init, body: withoutContinuation(init?.body) }),
    onOutput: (text) => {
      screen += text;
    },
    onError: (text) => {
      screen += text;
    },
  });
  const code = await run([...options, 'Explain a loop'], io);
  return { code, out: io.out, error: io.error, screen, simulator };
}

/** The simulator speaks as OpenAI does, and refuses the fields that make a vLLM go on. */
function withoutContinuation(body: unknown): string {
  const {
    continue_final_message: _,
    add_generation_prompt: __,
    ...request
  } = JSON.parse(String(body));
  return JSON.stringify(request);
}

const restart = ['--on-truncated', 'restart'];
const announced =
  /farebox: the answer broke off: .+; attempt 2 begins anew, discard the (\d+) characters above\n/;

describe('an answer that breaks off', () => {
  it('ends with 8 and is not asked for again, unless that is wanted', async () => {
    for (const options of [[], ['--on-truncated', 'throw']]) {
      const { code, simulator } = await ask(options, [cut, 'ok']);
      expect(code).toBe(8);
      expect(simulator.books.requests).toHaveLength(1);
    }
  });

  it('on a terminal is followed by how much of it is void, and then by the whole one', async () => {
    const { code, screen } = await ask(restart, [cut, 'ok'], { terminal: true });
    expect(code).toBe(0);
    const [before = '', count, after = ''] = screen.split(announced);
    const [, part = '', wait, ...rest] = before.split('\n');
    expect(wholeAnswer.startsWith(part)).toBe(true);
    expect(part).toHaveLength(Number(count));
    expect([wait, ...rest]).toEqual([
      expect.stringMatching(/^farebox: attempt 1: .+; waiting /),
      '',
    ]);
    expect(after.startsWith(`${wholeAnswer}\ncost up to $`)).toBe(true);
  });

  it('never reaches a pipe, which gets one whole answer', async () => {
    const { code, out, error } = await ask(restart, [cut, 'ok']);
    expect({ code, out }).toEqual({ code: 0, out: `${wholeAnswer}\n` });
    expect(error).toMatch(/attempt 2 begins anew, and nothing of the first was printed\n/);
  });

  it('is one object with --json', async () => {
    const { code, out } = await ask([...restart, '--json'], [cut, 'ok']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ text: wholeAnswer, attempts: 2, costKnown: 'bounded' });
  });

  it('and breaks off again ends with 8 and what had arrived last', async () => {
    const { code, out, simulator } = await ask(restart, [cut, cut, 'ok']);
    expect(code).toBe(8);
    expect(out).not.toBe('\n');
    expect(wholeAnswer.startsWith(out.trimEnd())).toBe(true);
    expect(simulator.books.requests).toHaveLength(2);
  });

  it('is not asked for again where --max-cost has no room for it', async () => {
    const { code, simulator } = await ask(
      [...restart, '--max-tokens', '100', '--max-cost', '0.0001'],
      [cut, 'ok'],
    );
    expect(code).toBe(3);
    expect(simulator.books.requests).toHaveLength(1);
  });
});

describe('--on-truncated continue', () => {
  it('is refused with 2 where the provider is not known to go on', async () => {
    const { code, error, simulator } = await ask(['--on-truncated', 'continue'], [cut]);
    expect(code).toBe(2);
    expect(error).toMatch(/fix: Say who is at the address with --profile \(mistral, .*vllm/);
    expect(simulator.books.requests).toEqual([]);
  });

  it('says that the answer goes on, and prints both parts as one', async () => {
    const { code, out, error, simulator } = await ask(
      ['--on-truncated', 'continue', '--profile', 'vllm'],
      [cut, 'ok'],
    );
    expect(code, error).toBe(0);
    expect(error).toMatch(/farebox: the answer broke off: .+; attempt 2 goes on with it\n/);
    expect(simulator.books.requests).toHaveLength(2);
    expect(out.endsWith(`${wholeAnswer}\n`)).toBe(true);
    expect(out.length).toBeGreaterThan(wholeAnswer.length + 1);
  });
});
