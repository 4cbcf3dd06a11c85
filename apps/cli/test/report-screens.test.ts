import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@farebox/client';
import { sqliteLedger } from '@farebox/cost/sqlite';
import xterm from '@xterm/headless';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeGit } from '../src/fixtures/fake-git.js';
import { farebox } from '../src/fixtures/farebox.js';
import { spendIn } from '../src/fixtures/spent-ledger.js';
import { screenSvg } from './screen-svg.js';
import { openTerminal } from './terminal.js';

// After a change that is meant: vitest run apps/cli/test/report-screens.test.ts --update, and look at the pictures.
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'farebox-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('the picture of the errors is what a terminal shows', async () => {
  const terminal = openTerminal(['errors', 'timeout'], { rows: 30 });
  expect(await terminal.ended).toBe(0);
  const picture = screenSvg(terminal.emulator, 'farebox errors timeout');
  await expect(picture).toMatchFileSnapshot('../../../docs/screens/errors.svg');
});

it('the picture of what was spent is what a terminal shows', async () => {
  let now = 0;
  const ledger = sqliteLedger({ file: join(folder, 'ledger.db'), now: () => now });
  const spendings = [
    { at: '2026-11-23T09:00:00Z', usd: '0.0421', tokens: [9_000, 2_100] as const },
    { at: '2026-11-24T09:00:00Z', usd: '0.021002', tokens: [4_210, 980] as const },
    { at: '2026-11-24T11:00:00Z', usd: '0.003' },
    { at: '2026-11-27T09:00:00Z', usd: '0.0315', tokens: [8_200, 1_100] as const },
    { at: '2026-11-27T12:00:00Z', usd: '0.009848', known: 'bounded' as const },
    { at: '2026-11-28T17:00:00Z', usd: '0.00001905' },
    { at: '2026-11-28T17:02:00Z' },
  ];
  await spendIn(ledger, spendings, (time) => {
    now = time;
  });
  await ledger.close();
  const days = ['--from', '2026-11-22', '--to', '2026-11-28', '--time-zone', 'UTC'];
  const terminal = openTerminal(['spend', ...days], {
    environment: { FAREBOX_HOME: folder },
    rows: 18,
    columns: 90,
  });
  expect(await terminal.ended).toBe(0);
  const picture = screenSvg(terminal.emulator, 'farebox spend');
  await expect(picture).toMatchFileSnapshot('../../../docs/screens/spend.svg');
});

/** In memory, because a real one tells the version of Node, a port and how long an answer took. */
it('the picture of the doctor is what a terminal shows', async () => {
  const key = 'sk-canary-0123456789-wxyz';
  const dotEnv = `OPENAI_API_KEY=${key}\n`;
  const home = join(folder, 'home');
  mkdirSync(home, { mode: 0o700 });
  writeFileSync(join(folder, '.env'), dotEnv, { mode: 0o600 });
  writeFileSync(join(folder, 'notes.md'), 'no key\n');
  const now = Date.UTC(2026, 10, 28, 17);
  let ms = 0;
  const { out } = await farebox(['doctor'], {
    terminal: true,
    environment: { TERM: 'xterm-256color' },
    columns: 84,
    workingFolder: folder,
    stateFolder: home,
    configFolder: home,
    dotEnv,
    clock: { ...systemClock, now: () => now, monotonicMs: () => (ms += 140) },
    git: fakeGit({ tracked: ['notes.md'] }),
    fetch: async () =>
      Response.json(
        { data: [{ id: 'gpt-4o-mini' }] },
        { headers: { date: new Date(now).toUTCString() } },
      ),
  });
  const emulator = new xterm.Terminal({ cols: 84, rows: 20, allowProposedApi: true });
  const text = out.replace(home, '/home/you/.local/state/farebox').replaceAll('\n', '\r\n');
  await new Promise<void>((resolve) => emulator.write(text, resolve));
  const picture = screenSvg(emulator, 'farebox doctor');
  await expect(picture).toMatchFileSnapshot('../../../docs/screens/doctor.svg');
});
