import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { profiles } from '@farebox/client';
import { errorKinds } from '@farebox/core';
import { expect, it } from 'vitest';
import { commandNames, subcommandsOf } from '../src/command-list.js';
import { farebox as inMemory } from '../src/fixtures/farebox.js';
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
  const paths = commandNames.flatMap((name) => [
    [name],
    ...subcommandsOf(name).map((word) => [name, word]),
  ]);
  const helps = await Promise.all(paths.map((path) => inMemory([...path, '--help'])));
  const inHelp = helps.flatMap(({ out }) =>
    [...out.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, name]) => name),
  );
  const rows = [...readme.matchAll(/^\| (`(?:-\w, )?--.*?) \|/gm)].map(([, cell = '']) => cell);
  const inReadme = rows.flatMap((cell) => cell.match(/--[a-z][\w-]*/g) ?? []);
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
