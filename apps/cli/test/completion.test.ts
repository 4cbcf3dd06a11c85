import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { environmentIn, folderWithScripts, promptOf } from './prompts.js';

let folder: string;
beforeAll(() => {
  folder = folderWithScripts();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('bash', () => {
  const replies = (words: readonly string[]) => {
    const { stdout, stderr } = spawnSync(
      'bash',
      [
        '--norc',
        '-c',
        `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _farebox farebox; printf '%s\\n' "\${COMPREPLY[@]}"`,
        'bash',
        join(folder, 'bash'),
        'farebox',
        ...words,
      ],
      { encoding: 'utf8', env: environmentIn(folder) },
    );
    expect(stderr).toBe('');
    return stdout.trim().split('\n');
  };

  test.each<[string[], string[]]>([
    [['spe'], ['spend']],
    [['budget', 'set', '5', '--per', 'm'], ['month']],
    [['--provider', '=', 'anth'], ['anthropic']],
    [['-f', ''], ['']],
  ])('%j may become %j', (words, expected) => {
    expect(replies(words)).toEqual(expected);
  });

  it('completes what is typed at its prompt', async () => {
    const shell = promptOf('bash', ['--norc', '--noprofile', '-i'], folder);
    try {
      await shell.types('source ./bash; echo done\r', /done\r?\n.*ready> $/s);
      await shell.types('farebox budget set 5 --per mon\t', '--per month ');
      await shell.types('\u0015farebox --provider=anth\t', '--provider=anthropic ');
      await shell.types('\u0015farebox -r transl\t', '-r translator:');
    } finally {
      shell.close();
    }
  });
});

it('bash finds no mistake in its script', () => {
  const { stderr, status } = spawnSync('bash', ['-n', join(folder, 'bash')], { encoding: 'utf8' });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
});
