import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, test } from 'vitest';

const script = join(import.meta.dirname, '../dist/farebox.js');
const stateFolder = mkdtempSync(join(tmpdir(), 'farebox-state-'));
afterAll(() => rmSync(stateFolder, { recursive: true }));

function elapsedMs(argv: readonly string[]): number {
  const startedMs = performance.now();
  const { status } = spawnSync(process.execPath, argv);
  expect(status).toBe(0);
  return performance.now() - startedMs;
}

it('prints its version within 1.5 times the start of bare Node', () => {
  const bare: number[] = [];
  const version: number[] = [];
  // In turns, and the fastest of each: another process on the machine can only add time.
  for (let turn = 0; turn < 15; turn++) {
    bare.push(elapsedMs(['-e', '0']));
    version.push(elapsedMs([script, '--version']));
  }
  expect(Math.min(...version) / Math.min(...bare)).toBeLessThan(1.5);
});

it('has everything that each question needs in one file, and nothing large in it that is seldom needed', () => {
  const { size } = statSync(join(script, '../ask.js'));
  expect(size).toBeLessThan(400_000);
});

/** Asks up to the moment in which the request would leave. */
function askIn(folder: string, ...options: readonly string[]): void {
  const leaves = 'data:text/javascript,globalThis.fetch=()=>process.exit(7)';
  const argv = ['--import', leaves, script, ...options, 'Hi'];
  const env = {
    PATH: process.env.PATH,
    FAREBOX_HOME: folder,
    OPENAI_BASE_URL: 'http://127.0.0.1:1/v1',
  };
  expect(spawnSync(process.execPath, argv, { env }).status).toBe(7);
}

test('what Node compiled is kept beside the ledger, and only where there is one', () => {
  const none = join(stateFolder, 'no-folder-yet');
  askIn(none, '--no-log');
  expect(existsSync(none)).toBe(false);
  askIn(stateFolder);
  askIn(stateFolder);
  expect(existsSync(join(stateFolder, 'compiled'))).toBe(true);
});

/** What a command prints on standard error when it loads a module in whose address or text the words are. */
function loads(
  words: string,
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): boolean {
  const registered = `import { registerHooks } from 'node:module';
    registerHooks({ load(url, context, next) {
      const loaded = next(url, context);
      if (url.includes('${words}') || String(loaded.source).includes('${words}')) console.error('found: ${words}');
      return loaded;
    } });`;
  const hook = `data:text/javascript,${encodeURIComponent(registered)}`;
  const { stderr } = spawnSync(process.execPath, ['--import', hook, script, ...argv], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, FAREBOX_HOME: stateFolder, ...environment },
  });
  return stderr.includes(`found: ${words}`);
}

test.each([
  [['errors', 'timeout'], true],
  [['errors'], false],
  [['models', '--provider', 'openai'], false],
  [['Hi'], false],
])('farebox %j loads the fault table: %s', (argv, expected) => {
  expect(loads('refused-then-ok', argv)).toBe(expected);
});

const unreached = { OPENAI_BASE_URL: 'http://provider.test/v1' };

test.each([
  [unreached, false],
  [{ ...unreached, HTTPS_PROXY: 'http://127.0.0.1:1' }, false],
  [{ ...unreached, HTTP_PROXY: 'http://127.0.0.1:1', NO_PROXY: '.test' }, false],
  [{ ...unreached, HTTP_PROXY: 'http://127.0.0.1:1' }, true],
])('with %j a question loads undici: %s', (environment, expected) => {
  expect(loads('/node_modules/undici/', ['--retries', '0', 'Hi'], environment)).toBe(expected);
});

const home = { FAREBOX_HOME: join(stateFolder, 'nothing-yet') };

test.each([
  [['--help'], {}, false],
  [['price', 'gpt-4o'], {}, false],
  [['budget', '--help'], {}, false],
  [['budget', 'show'], home, false],
  // The simulator's money is kept in memory.
  [['Hi'], home, false],
  [['--no-log', '--retries', '0', 'Hi'], { ...unreached, ...home }, false],
  [['--retries', '0', 'Hi'], { ...unreached, ...home }, true],
])('farebox %j with %j loads SQLite: %s', (argv, environment, expected) => {
  expect(loads('node:sqlite', argv, environment)).toBe(expected);
});

test.each([
  ['/dist/lib/terminal-markdown-markdown-stream', ['--help'], false],
  ['/dist/lib/terminal-markdown-markdown-stream', ['Hi'], false],
  ['/dist/lib/terminal-markdown-markdown-stream', ['--color', 'always', 'Hi'], true],
  ['/dist/lib/terminal-markdown-highlight', ['--color', 'always', 'Hi'], false],
  [
    '/dist/lib/terminal-markdown-highlight',
    ['--color', 'always', 'Write a for loop in Python'],
    true,
  ],
])('%s is loaded for farebox %j: %s', (address, argv, expected) => {
  expect(loads(address, argv)).toBe(expected);
});
