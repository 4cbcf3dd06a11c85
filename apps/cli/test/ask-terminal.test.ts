import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Simulator, simulate } from '@farebox/simulator';
import { type Server, serve } from '@farebox/simulator/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTerminal, type TerminalOptions } from './terminal.js';

const markdown = `## Loops

A **for** loop *repeats* a block:

1. take the next item
2. run the block

\`\`\`python
for x in [1, 2]:
    print(x)
\`\`\`

| loop | use |
|---|---|
| for | a known count |
| while | a condition |

See [the manual](https://docs.example/loops). 東京 שלום done.
`;

const words = 'word '.repeat(2_000);
const quick = simulate({ seed: 1, answers: Array.from({ length: 40 }, () => markdown) });
/** So slow that a test can do something in the middle. */
const slow = simulate({
  seed: 1,
  answers: Array.from({ length: 20 }, () => words),
  pace: { firstTokenMs: 0, tokensPerSecond: 40 },
});
const late = simulate({
  seed: 1,
  answers: Array.from({ length: 20 }, () => words),
  pace: { firstTokenMs: 2_000, tokensPerSecond: 40 },
});
const failing = simulate({ seed: 1, answers: [markdown], faults: ['rate-limit', 'ok'] });

const servers = new Map<Simulator, Server>();
beforeAll(async () => {
  for (const simulator of [quick, slow, late, failing]) {
    servers.set(simulator, await serve(simulator));
  }
});
afterAll(() => Promise.all([...servers.values()].map((server) => server.close())));

const folder = mkdtempSync(join(tmpdir(), 'farebox-terminal-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ask = (simulator: Simulator, argv: readonly string[] = [], options: TerminalOptions = {}) => {
  const url = servers.get(simulator)?.url ?? '';
  return openTerminal([...argv, '--base-url', url, 'Explain loops'], options);
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: it looks for escape sequences
const sequence = /\u001b/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: it looks for styles
const style = /\u001b\[[\d;]*m/;
const spinner = /[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]/;
const costLine = /^cost \$0\.\d+ · \d+ in \/ \d+ out · first token \d+\.\d+ s$/;

const rendered = [
  'Loops',
  '',
  'A for loop repeats a block:',
  '',
  '1. take the next item',
  '2. run the block',
  '',
  '──── python',
  'for x in [1, 2]:',
  '    print(x)',
  '────',
  '',
  'loop  │ use',
  '──────┼──────────────',
  'for   │ a known count',
  'while │ a condition',
  '',
  'See the manual (https://docs.example/loops). 東京 שלום done.',
];

describe('on a terminal', () => {
  it('renders the answer, and leaves nothing behind but its cost', async () => {
    const terminal = ask(quick);
    expect(await terminal.ended).toBe(0);
    const lines = terminal.screen().split('\n');
    expect(lines.slice(0, -1)).toEqual(rendered);
    expect(lines.at(-1)).toMatch(costLine);
    expect(terminal.bytes).toMatch(style);
  });

  it('shows what it waits for until the first token, and then what it costs so far', async () => {
    const terminal = ask(late);
    await terminal.shows(/[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] gpt-4o-mini · \d\.\d s/);
    await terminal.shows(/about \$0\.\d+ · about \d+ tokens · \d+\.\d s/);
    expect(terminal.screen()).not.toMatch(spinner);
    terminal.type('\u0003');
    await terminal.ended;
    expect(terminal.screen()).not.toMatch(/about \d+ tokens/);
  });

  it('ends on Ctrl-C with 130, what had arrived, and what it cost', async () => {
    const terminal = ask(slow);
    await terminal.shows(/word word word/);
    terminal.type('\u0003');
    expect(await terminal.ended).toBe(130);
    const lines = terminal.screen().split('\n');
    expect(lines[0]).toMatch(/^word word word/);
    expect(lines.at(-2)).toMatch(/^cost up to \$/);
    expect(lines.at(-1)).toBe('farebox: interrupted');
    expect(terminal.screen()).not.toMatch(spinner);
  });

  it('leaves no spinner behind when it is interrupted before the first token', async () => {
    const terminal = ask(late);
    await terminal.shows(spinner);
    terminal.type('\u0003');
    expect(await terminal.ended).toBe(130);
    expect(terminal.screen()).not.toMatch(spinner);
    expect(terminal.screen()).toContain('farebox: interrupted');
  });

  it('says why it waits and for what, and cleans up after itself', async () => {
    const terminal = ask(failing, ['--retries', '1']);
    await terminal.shows(/attempt 2 follows after|Loops/);
    expect(await terminal.ended).toBe(0);
    expect(terminal.screen()).toMatch(/^farebox: attempt 1: .*; waiting .* s\n(?:.*\n)?Loops\n/);
    expect(terminal.screen()).not.toMatch(spinner);
  });

  it.each([
    ['NO_COLOR', { NO_COLOR: '1' }, []],
    ['--color never', {}, ['--color', 'never']],
  ])('has no styles with %s, and keeps the marks of emphasis', async (_name, environment, argv) => {
    const terminal = ask(quick, argv, { environment });
    expect(await terminal.ended).toBe(0);
    expect(terminal.bytes).not.toMatch(style);
    expect(terminal.screen()).toContain('A **for** loop *repeats* a block:');
    expect(terminal.screen()).toContain('while │ a condition');
  });

  it('sends no escape sequence with TERM=dumb, and prints the text as it is', async () => {
    const terminal = ask(quick, [], { environment: { TERM: 'dumb' } });
    expect(await terminal.ended).toBe(0);
    expect(terminal.bytes).not.toMatch(sequence);
    expect(terminal.screen().startsWith(markdown.trimEnd())).toBe(true);
  });

  it('prints the Markdown itself with --raw', async () => {
    const terminal = ask(quick, ['--raw']);
    expect(await terminal.ended).toBe(0);
    expect(terminal.screen().startsWith(markdown.trimEnd())).toBe(true);
  });

  it('prints only the block of code with -x', async () => {
    const terminal = ask(quick, ['-x', '-q']);
    expect(await terminal.ended).toBe(0);
    expect(terminal.screen()).toBe('for x in [1, 2]:\n    print(x)');
  });

  it('prints nothing beside the answer with -q', async () => {
    const terminal = ask(quick, ['-q']);
    expect(await terminal.ended).toBe(0);
    expect(terminal.screen().split('\n')).toEqual(rendered);
  });

  it('tells everything with -v', async () => {
    const terminal = ask(quick, ['-v']);
    expect(await terminal.ended).toBe(0);
    const { books } = quick;
    const lines = terminal.screen().split('\n');
    expect(lines.slice(0, 2)).toEqual([
      'farebox: attempt 1: gpt-4o-mini',
      expect.stringMatching(/^farebox: first token after \d+\.\d+ s$/),
    ]);
    expect(lines.slice(2, -2)).toEqual(rendered);
    expect(lines.at(-2)).toMatch(
      /^farebox: answered by gpt-4o-mini-\S+ · request req\S+ · finish reason stop · 1 attempt$/,
    );
    expect(books.requests.length).toBeGreaterThan(0);
  });
});

describe('with a file for the answer and a terminal for the rest', () => {
  it.each([
    [{}, []],
    [{ FORCE_COLOR: '1' }, []],
  ])(
    'writes the bytes of the model with %j, and shows the status on the terminal',
    async (environment, argv) => {
      const file = join(folder, 'answer.md');
      const terminal = ask(quick, argv, {
        environment: { ...environment, OUT: file },
        redirect: '> "$OUT"',
      });
      expect(await terminal.ended).toBe(0);
      expect(readFileSync(file, 'utf8')).toBe(markdown);
      expect(terminal.screen()).toMatch(costLine);
    },
  );

  it('shows the spinner and the cost so far there, and ends on Ctrl-C as ever', async () => {
    const file = join(folder, 'slow.md');
    const terminal = ask(late, [], { environment: { OUT: file }, redirect: '> "$OUT"' });
    await terminal.shows(spinner);
    await terminal.shows(/about \$0\.\d+ · about \d+ tokens/);
    terminal.type('\u0003');
    expect(await terminal.ended).toBe(130);
    expect(readFileSync(file, 'utf8')).toMatch(/^word word/);
    expect(readFileSync(file, 'utf8')).not.toMatch(sequence);
    expect(terminal.screen()).toMatch(/^(?:\^C)?(?:\n)?cost up to \$.*\nfarebox: interrupted$/);
  });

  it('renders into a pipe only with --color always', async () => {
    const file = join(folder, 'styled.md');
    const terminal = ask(quick, ['--color', 'always'], {
      environment: { OUT: file },
      redirect: '| cat > "$OUT"',
    });
    expect(await terminal.ended).toBe(0);
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(style);
    expect(
      text
        .replaceAll(new RegExp(style, 'g'), '')
        .trimEnd()
        .split('\n')
        .map((line) => line.trimEnd()),
    ).toEqual(rendered);
  });
});
