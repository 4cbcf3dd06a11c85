import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { profiles } from '@farebox/client';
import { errorKinds } from '@farebox/core';
import { expect, it } from 'vitest';
import { farebox } from './command.js';

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');

it('has every error of the table in the row of its exit code, and no other', () => {
  const documented = [...readme.matchAll(/^\| (\d+) \| .* \| ([\w, ]+) \|$/gm)].flatMap(
    ([, code, names = '']) => names.split(', ').map((name) => `${code} ${name}`),
  );
  const expected = Object.values(errorKinds).map(({ exit, name }) => `${exit} ${name}`);
  expect(documented.toSorted()).toEqual(expected.toSorted());
});

it('has every option of the help, and no other', async () => {
  const helps = await Promise.all(
    [
      [],
      ['estimate'],
      ['price'],
      ['models'],
      ['errors'],
      ['budget', 'set'],
      ['budget', 'show'],
      ['budget', 'rm'],
      ['budget', 'reopen'],
      ['role', 'list'],
      ['role', 'add'],
      ['spend'],
      ['logs', 'list'],
      ['logs', 'show'],
      ['logs', 'export'],
      ['logs', 'prune'],
    ].map((command) => farebox([...command, '--help'])),
  );
  const inHelp = helps.flatMap(({ out }) =>
    [...out.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, name]) => name),
  );
  const inReadme = [...readme.matchAll(/^\| `(?:-\w, )?(--[\w-]+)/gm)].map(([, name]) => name);
  expect([...new Set(inReadme)].toSorted()).toEqual([...new Set(inHelp)].toSorted());
});

it('has every profile in the row of its option', () => {
  const [, row = ''] = /^\| `--profile <name>` \|(.*)$/m.exec(readme) ?? [];
  const named = [...row.matchAll(/`([\w-]+)`/g)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(Object.keys(profiles).toSorted());
});

it('shows what farebox errors prints, line by line', async () => {
  const [, kind = '', sample = ''] =
    /\$ farebox errors (\w+)\n([\s\S]*?)```/.exec(readme) ?? expect.fail('It has no sample.');
  const shown = sample.split('\n').filter((line) => line !== '' && line !== '…');
  const printed = (await farebox(['errors', kind])).out.split('\n');
  expect(shown.filter((line) => !printed.includes(line))).toEqual([]);
});
