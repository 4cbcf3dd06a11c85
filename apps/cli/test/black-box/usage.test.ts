import { expect, test } from 'vitest';
import { farebox } from '../command.js';
import { inTurn } from './in-turn.js';

const turn = inTurn(3);

/** What is wrong, and what is said of it and of the fix. */
test.concurrent.for<[string, readonly string[], RegExp, RegExp]>([
  ['an option of ask', ['--modle', 'x', 'Hi'], /Did you mean --model\?/, /farebox --help/],
  ['a new option of ask', ['--dry-runn', 'Hi'], /Did you mean --dry-run\?/, /farebox --help/],
  ['an option of estimate', ['estimate', '--rol', 'x'], /Did you mean --role\?/, /estimate --help/],
  ['an option of price', ['price', '--jsn', 'x'], /Did you mean --json\?/, /price --help/],
  [
    'an option of models',
    ['models', '--provder', 'x'],
    /Did you mean --provider\?/,
    /models --help/,
  ],
  ['an option of errors', ['errors', '--jason'], /Did you mean --json\?/, /errors --help/],
  ['an option of spend', ['spend', '--form', '7d'], /Did you mean --from\?/, /spend --help/],
  ['an option of logs', ['logs', 'list', '--cont', '3'], /Did you mean --count\?/, /farebox logs/],
  [
    'an option of budget',
    ['budget', 'set', '--prr', 'day', '1'],
    /Did you mean --per\?/,
    /farebox budget/,
  ],
  ['an option of doctor', ['doctor', '--jsn'], /Did you mean --json\?/, /doctor --help/],
  ['an option of simulate', ['simulate', '--prt', '1'], /Did you mean --port\?/, /simulate --help/],
  ['an option of role', ['role', 'add', 'x', '--forse'], /Did you mean --force\?/, /farebox role/],
  ['a command', ['erors'], /"erors" is no command/, /Did you mean farebox errors\?/],
  ['a command of budget', ['budget', 'shw'], /no command shw/, /farebox budget show/],
  ['a command of logs', ['logs', 'exprot'], /no command exprot/, /farebox logs export/],
  ['a command of role', ['role', 'shw'], /no command shw/, /farebox role show/],
  ['a command of keys', ['keys', 'lst'], /no command lst/, /farebox keys list/],
  ['a command of config', ['config', 'gte'], /no command gte/, /farebox config/],
  ['a role', ['-r', 'tutr', 'Hi'], /names no role/, /nearest are tutor/],
  ['a setting', ['config', 'set', 'modle', 'x'], /no setting of that name/, /nearest are model/],
  ['a provider', ['--provider', 'opnai', 'Hi'], /--provider is none of/, /Did you mean openai\?/],
  ['a kind of error', ['errors', 'timeut'], /no kind of error/, /timeout/],
])('%s that is misspelt is exit 2, with a suggestion', ([, argv, message, fix]) =>
  turn(() => expectUsageError(argv, message, fix)),
);

test.concurrent.for<[string, readonly string[], RegExp, RegExp]>([
  ['a temperature above 2', ['-t', '3', 'Hi'], /--temperature is not a number from 0 to 2/, /0\.7/],
  ['an amount in words', ['--max-cost', 'much', 'Hi'], /--max-cost is wrong/, /--max-cost 0\.05/],
  ['-1 retries', ['--retries', '-1', 'Hi'], /--retries is not a whole number/, /--retries 2/],
  ['no time at all', ['--timeout', '0', 'Hi'], /--timeout is not a number from 0\.001/, /30/],
  ['an empty model', ['-m', '', 'Hi'], /--model is empty/, /leave it out/],
  [
    'an address of another kind',
    ['--base-url', 'ftp://x', 'Hi'],
    /no.* https? address|not an http/,
    /https:/,
  ],
  [
    'an address with a password',
    ['--base-url', 'http://a:b@x', 'Hi'],
    /user name or password/,
    /Write it/,
  ],
  ['a tag without a value', ['--tag', 'x', 'Hi'], /--tag is not name=value/, /team=red/],
  ['an unknown profile', ['--profile', 'x', 'Hi'], /--profile is none of/, /openai/],
  [
    '--system beside --role',
    ['-s', 'a', '-r', 'tutor', 'Hi'],
    /both set the system/,
    /one of them/,
  ],
  ['-p without a role', ['-p', 'a=b', 'Hi'], /there is no --role/, /Leave -p out/],
  ['--json beside --jsonl', ['--json', '--jsonl', 'Hi'], /cannot be used with/, /--help/],
  [
    'a translator without a language',
    ['-r', 'translator', 'Hi'],
    /has no language/,
    /translator:Go/,
  ],
  ['a file that is not there', ['-f', 'nothing.txt', 'Hi'], /nothing\.txt is not there/, /path/],
  ['a folder as a file', ['-f', '.', 'Hi'], /is a folder/, /Name a file in it/],
  ['an attachment that is a text', ['-a', import.meta.filename, 'Hi'], /is no PNG/, /with -f/],
  [
    'an address with the path that is added to it',
    ['--base-url', 'http://localhost:1/v1/chat/completions', 'Hi'],
    /\/chat\/completions/,
    /http:\/\/localhost:11434\/v1\./,
  ],
  ['an address that is none', ['-f', 'http://', 'Hi'], /address/, /https:/],
  ['price without a model', ['price'], /missing required argument 'model'/, /price --help/],
  ['a day that is none', ['price', '--at', '2026-13-01', 'gpt-4o'], /--at/, /2026-/],
  ['a budget without an amount', ['budget', 'set'], /missing required argument 'usd'/, /--help/],
  ['a budget that is not there', ['budget', 'rm'], /no budget/, /budget show/],
  ['logs of no receipt', ['logs', 'show', '77'], /no receipt "77"/, /farebox logs/],
  ['pruning everything', ['logs', 'prune'], /--older-than/, /90d/],
  ['a fault that is none', ['simulate', '--fault', 'x'], /--fault/, /simulate --help/],
  ['a built-in role as a new one', ['role', 'add', 'tutor', 'x'], /is built in/, /my-tutor/],
  ['a role without a text', ['role', 'add', 'x'], /no text for the role/, /role add x/],
  ['a role that is not there', ['role', 'show', 'x'], /no role of that name/, /role list/],
  ['no prompt', [], /The prompt is empty/, /farebox "Explain a for loop"/],
])('%s is exit 2, with the fix', ([, argv, message, fix]) =>
  turn(() => expectUsageError(argv, message, fix)),
);

async function expectUsageError(argv: readonly string[], message: RegExp, fix: RegExp) {
  const { code, out, error } = await farebox(argv);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  const [first = '', ...rest] = error.trimEnd().split('\n');
  expect(first).toMatch(/^farebox: ConfigurationError: \S/);
  expect(first).toMatch(message);
  expect(rest.join(' ')).toMatch(/^ {2}fix: \S/);
  expect(rest.join(' ')).toMatch(fix);
  expect(error).not.toMatch(/^ +at |node:internal/m);
}
