import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { farebox } from '../command.js';
import { inTurn } from './in-turn.js';
import { shell } from './shell.js';

const turn = inTurn(3);
const home = mkdtempSync(join(tmpdir(), 'farebox-'));
afterAll(() => rmSync(home, { recursive: true }));

test.concurrent.for([
  [],
  ['ask'],
  ['budget', 'set'],
  ['completion'],
  ['config'],
  ['doctor'],
  ['errors'],
  ['estimate'],
  ['keys', 'set'],
  ['logs'],
  ['logs', 'export'],
  ['models'],
  ['price'],
  ['role', 'add'],
  ['simulate'],
  ['spend'],
])('farebox %s --help prints its usage and an example to standard output', (words) =>
  turn(async () => {
    const { code, out, error } = await farebox([...words, '--help']);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    const name = ['farebox', ...words].join(' ').replace(' ask', '');
    expect(out).toMatch(new RegExp(`^Usage: ${name} `));
    expect(out.slice(10)).toContain(name);
    expect(out).toMatch(/-h, --help +\S/);
  }),
);

const json = { isJson: true };
/** The beginning of what is printed, with nothing set and nothing asked yet. */
test.concurrent.for<[readonly string[], RegExp, { readonly isJson?: boolean }?]>([
  [['--version'], /^\d+\.\d+\.\d+\n$/],
  [['help'], /^Usage: farebox /],
  [['help', 'price'], /^Usage: farebox price /],
  [['errors'], /^configuration · ConfigurationError · exit 2/],
  [['errors', '--json'], /"rate-limit"/, json],
  [['errors', 'RateLimitError'], /^rate-limit · RateLimitError · exit 5/],
  [['models', '--provider', 'anthropic'], /^claude-/m],
  [['models', '--json'], /"openai"/, json],
  [['price', 'gpt-4o-mini', '--provider', 'openai'], /^input\.text\.fresh +0\.15$/m],
  [['price', 'gpt-4o-mini', '--json'], /"kind":"price"/, json],
  [['estimate', 'Hi'], /^at most +\d/m],
  [['estimate', '--json', 'Hi'], /"costUsd":"0\.0\d+"/, json],
  [['budget', 'show'], /^No budget is set/],
  [['budget', 'show', '--json'], /^\{"budgets":\[\]\}$/m, json],
  [['spend'], /no receipts yet/],
  [['spend', '--json'], /"costUsd":"0\.00"/, json],
  [['spend', '--csv'], /^day,cost_usd,/],
  [['logs'], /no receipts yet/],
  [['logs', '--json'], /"receipts":\[\]/, json],
  [['logs', 'export', '--csv'], /^number,id,call_id,/],
  [['logs', 'export', '--jsonl'], /^$/],
  [['logs', 'path'], /ledger\.db\n$/],
  [['keys', 'list', '--json'], /"keys":\[\]/, json],
  [['keys', 'path'], /keys\n$/],
  [['config'], /^model +gpt-4o-mini \(default\)/],
  [['config', 'get', 'model'], /^gpt-4o-mini\n$/],
  [['config', 'list', '--json'], /"settings"/, json],
  [['config', 'path'], /config\.json\n$/],
  [['role'], /^tutor +built in +0\.3$/m],
  [['role', 'list', '--json'], /"name":"debugger","builtIn":true/, json],
  [['role', 'path'], /roles\n$/],
  [['role', 'show', 'reviewer'], /^---\ntemperature: 0\.2\n---\nYou are a senior engineer/],
  [['doctor', '--json'], /"findings"/, json],
  [['completion', 'bash'], /complete .*farebox/],
  [['completion', 'zsh'], /compdef/],
  [['completion', 'fish'], /complete -c farebox/],
  [['completion', 'powershell'], /Register-ArgumentCompleter/],
  [['--dry-run', 'Hi'], /"ceilingUsd":"0\.0/, json],
])('farebox %s prints its report to standard output and nothing else', ([argv, expected, how]) =>
  turn(async () => {
    const environment = { FAREBOX_HOME: home };
    const { code, out, error } = await farebox(argv, { environment });
    expect({ code: argv[0] === 'doctor' ? 0 : code, error }).toEqual({ code: 0, error: '' });
    expect(out).toMatch(expected);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: into a pipe goes nothing that could command a terminal
    expect(out).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f]/);
    if (how?.isJson) expect(JSON.parse(out)).toEqual(expect.any(Object));
  }),
);

test.concurrent('a budget is set, shown and removed by processes of their own', () =>
  turn(async () => {
    const line =
      'farebox budget set 1.50 --per day --time-zone UTC && farebox budget show && farebox budget rm --per day && farebox budget show';
    const environment = { FAREBOX_HOME: join(home, 'budgets') };
    const { code, out, error } = await shell(line, { environment });
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toMatch(/^per day: at most \$1\.50; /);
    expect(out).toMatch(/^per day +\$1\.50 +\$0\.00 +\$0\.00 +\$1\.50$/m);
    expect(out).toMatch(/per day: removed\nNo budget is set/);
  }));

test.concurrent('a role is added, listed, used and removed by processes of their own', () =>
  turn(async () => {
    const line = `farebox role add poet -t 0 'You are a poet of {{age}}.' && farebox role list &&
      farebox --dry-run -r poet -p age=eighty Hi && farebox role rm poet && farebox role show poet`;
    const environment = { FAREBOX_HOME: join(home, 'roles') };
    const { code, out, error } = await shell(line, { environment });
    expect(code).toBe(2);
    expect(out).toMatch(/roles\/poet\.md\n/);
    expect(out).toMatch(/^poet +yours +0 +age$/m);
    expect(out).toContain('{"role":"system","content":"You are a poet of eighty."}');
    expect(out).toMatch(/removed: the role poet\n$/);
    expect(error).toMatch(/^farebox: ConfigurationError: There is no role of that name/);
  }));

test.concurrent('a setting stands in for an option that is not given', () =>
  turn(async () => {
    const line =
      'farebox config set model gpt-4o >&2 && farebox --dry-run Hi && farebox --dry-run -m o3 Hi';
    const environment = { FAREBOX_HOME: join(home, 'settings') };
    const { out } = await shell(line, { environment });
    const models = out
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text).body.model);
    expect(models).toEqual(['gpt-4o', 'o3']);
  }));
