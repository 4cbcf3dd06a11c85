import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { memoryLedger } from '@farebox/cost';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { FakeIoOptions } from '../fixtures/fake-io.js';
import { farebox } from '../fixtures/farebox.js';
import { spendIn } from '../fixtures/spent-ledger.js';
import { colorOfState } from '../report/budget-report.js';

let folder: string;
let ledger: ReturnType<typeof memoryLedger>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'farebox-colors-'));
  let now = 0;
  ledger = memoryLedger({ now: () => now });
  const spendings = [
    { at: '2026-11-27T12:00:00Z', usd: '0.009848', known: 'bounded' as const },
    { at: '2026-11-28T17:00:00Z', usd: '0.00001905' },
  ];
  await spendIn(ledger, spendings, (time) => {
    now = time;
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

const terminal = { terminal: true, environment: { TERM: 'xterm-256color' } };
const esc = '\u001b[';

async function printed(argv: readonly string[], around: FakeIoOptions): Promise<string> {
  const { out } = await farebox(argv, { ledger, configFolder: folder, ...around });
  return out;
}

const reports = [
  ['spend', '--time-zone', 'UTC'],
  ['logs'],
  ['logs', 'show', '1'],
  ['errors'],
  ['errors', 'timeout'],
  ['models', '--provider', 'groq'],
  ['price', 'gpt-5.4', '--provider', 'openai'],
  ['doctor'],
] as const;

describe.each(reports.map((words) => ({ words, name: words.join(' ') })))(
  'farebox $name',
  ({ words }) => {
    it('has colours on a terminal, and without them the same text', async () => {
      const colored = await printed(words, terminal);
      const without = await printed([...words, '--color', 'never'], terminal);
      expect(colored).toContain(esc);
      expect(without).not.toContain('\u001b');
      const timeless = (text: string) => text.replaceAll(/\d+\.\d+ s/g, '… s');
      expect(timeless(stripVTControlCharacters(colored))).toBe(timeless(without));
    });

    it('is the same bytes in a pipe, whatever the environment says', async () => {
      const forced = await printed(words, { environment: { FORCE_COLOR: '1', TERM: 'xterm' } });
      expect(forced).not.toContain('\u001b');
      expect(forced).toBe(await printed(words, {}));
    });
  },
);

describe('colours', () => {
  const show = (around: FakeIoOptions, ...argv: string[]) => printed(['errors', ...argv], around);

  test.each([
    ['NO_COLOR', { NO_COLOR: '1' }, false],
    ['NO_COLOR before FORCE_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, false],
    ['TERM=dumb', { TERM: 'dumb' }, false],
    ['nothing', {}, true],
  ])('on a terminal with %s', async (_, environment, colored) => {
    const out = await show({ terminal: true, environment: { TERM: 'xterm', ...environment } });
    expect(out.includes(esc)).toBe(colored);
  });

  it('are in a pipe where --color always asks for them by name, and then with NO_COLOR too', async () => {
    expect(await show({ environment: { NO_COLOR: '1' } }, '--color', 'always')).toContain(esc);
  });

  it('go by the setting, which a setting that is broken does not keep a report from', async () => {
    await farebox(['config', 'set', 'color', 'never'], { configFolder: folder });
    expect(await show(terminal)).not.toContain(esc);
    expect(await show(terminal, '--color', 'auto')).toContain(esc);
    const broken = { ...terminal, configFolder: '/dev/null' };
    expect(await show(broken)).toContain('rate-limit');
  });
});

describe('state', () => {
  it('of a budget is in the colour of what is left', async () => {
    const around = { ...terminal, stateFolder: join(folder, 'state') };
    await printed(['budget', 'set', '5.00', '--per', 'day'], around);
    await printed(['budget', 'set', '0.50', '--per', 'session'], around);
    const out = await printed(['budget', 'show'], around);
    expect(out).toContain(`${esc}32m$5.00${esc}0m`);
    const plain = await printed(['budget', 'show', '--color', 'never'], around);
    expect(stripVTControlCharacters(out)).toBe(plain);
  });

  it('of budgets is in fewer words where the terminal is narrow', async () => {
    const at = (columns: number) => ({ terminal: true, columns, stateFolder: join(folder, 's') });
    await printed(['budget', 'set', '5.00', '--per', 'day', '--time-zone', 'UTC'], at(80));
    expect(await printed(['budget', 'show'], at(41))).toMatch(
      /^budget +limit +spent +reserved +left\n/,
    );
    expect(await printed(['budget', 'show'], at(36))).toMatch(/^budget +limit +spent +left\n/);
    expect(await printed(['budget', 'show'], at(20))).toMatch(
      /^per day: \$0\.00 of\n {2}\$5\.00 spent, left\n {2}\$5\.00\n/,
    );
  });

  test.each([
    [1_000_001n, false, 'green'],
    [1_000_000n, false, 'yellow'],
    [0n, false, 'red'],
    [-1n, false, 'red'],
    [5_000_000n, true, 'red'],
  ])('%s of 5,000,000 left, closed: %s, is %s', (remaining, closed, color) => {
    expect(colorOfState({ remaining, limit: 5_000_000n, closed })).toBe(color);
  });

  it('in the doctor is the colour of the verdict', async () => {
    const out = await printed(['doctor'], terminal);
    expect(out).toContain(`${esc}33mwarning${esc}0m`);
    expect(out).toContain(`${esc}32mok${esc}0m`);
    expect(out).toMatch(/\[33m\d warnings?/);
  });
});
