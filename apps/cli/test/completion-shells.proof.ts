import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { folderWithScripts, promptOf } from './prompts.js';

let folder: string;
beforeAll(() => {
  folder = folderWithScripts();
  // Where zsh looks for a completion by itself, under the name that it has there.
  mkdirSync(join(folder, 'functions'));
  copyFileSync(join(folder, 'zsh'), join(folder, 'functions', '_farebox'));
  writeFileSync(join(folder, 'question.md'), 'Hi');
});
afterAll(() => rmSync(folder, { recursive: true }));

const zsh = ['zsh', ['-f', '-i']] as const;
const completing = 'autoload -U compinit; compinit -D -u';

/** Read line by line, the shell may write what is on its line again: the words stay together. */
const written = (text: string) => new RegExp(text.replaceAll(/[.*+?]/g, '\\$&'));

test.each([
  ['zsh, its script sourced', ...zsh, `${completing}; source ./zsh`],
  ['zsh, its script among its functions', ...zsh, `fpath=($PWD/functions $fpath); ${completing}`],
  ['fish', 'fish', ['--no-config', '-i'], 'source ./fish'],
] as const)('%s completes what is typed at its prompt', async (_, shell, argv, load) => {
  const prompt = promptOf(shell, argv, folder);
  try {
    await prompt.types(`${load}; echo done\r`, /done\r?\n/);
    await prompt.types(
      'farebox budget set 5 --per mon\t',
      written('farebox budget set 5 --per month '),
    );
    await prompt.types('\u0015farebox --provider=anth\t', written('farebox --provider=anthropic '));
    await prompt.types('\u0015farebox -f quest\t', written('farebox -f question.md '));
    await prompt.types('\u0015farebox logs sh\t', written('farebox logs show '));
    // Behind a colon the language follows, without a space.
    await prompt.types('\u0015farebox -r transl\tGerman sp', /farebox -r translator:German sp/);
  } finally {
    prompt.close();
  }
});

it('zsh shows what the words mean', async () => {
  const prompt = promptOf(...zsh, folder);
  try {
    await prompt.types(`${completing}; source ./zsh; echo done\r`, /done\r?\n/);
    await prompt.types('farebox budget \t', /rm +-- Remove a budget\./);
  } finally {
    prompt.close();
  }
});

test.each([
  ['zsh', ['-n']],
  ['fish', ['--no-execute']],
])('%s finds no mistake in its script', (shell, argv) => {
  const { stderr, status } = spawnSync(shell, [...argv, join(folder, shell)], { encoding: 'utf8' });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
});
