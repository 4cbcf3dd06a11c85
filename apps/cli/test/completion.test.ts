import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { shells } from '../src/completion/shells.js';
import { environmentOf, requireBuild, script } from './command.js';

/** A folder with the command under its name, and its scripts. */
let folder: string;
beforeAll(() => {
  requireBuild();
  folder = mkdtempSync(join(tmpdir(), 'farebox-'));
  const command = join(folder, 'farebox');
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${script}' "$@"\n`);
  chmodSync(command, 0o755);
  for (const [shell, text] of Object.entries(shells)) writeFileSync(join(folder, shell), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

const environment = () =>
  environmentOf({ PATH: `${folder}:${process.env.PATH}`, FAREBOX_HOME: folder });

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
      { encoding: 'utf8', env: environment() },
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
    const terminal = spawn('bash', ['--norc', '--noprofile', '-i'], {
      cols: 200,
      rows: 24,
      cwd: folder,
      env: { ...environment(), PS1: 'ready> ', TERM: 'dumb' },
    });
    try {
      let seen = '';
      const shows = (text: string | RegExp) =>
        new Promise<void>((resolve, reject) => {
          const timer = setTimeout(
            () => reject(new Error(`no ${text} in ${JSON.stringify(seen)}`)),
            30_000,
          );
          const look = () => {
            if (!(typeof text === 'string' ? seen.includes(text) : text.test(seen))) return;
            clearTimeout(timer);
            listener.dispose();
            resolve();
          };
          const listener = terminal.onData((data) => {
            seen += data;
            look();
          });
          look();
        });
      await shows('ready> ');
      terminal.write('source ./bash; echo done\r');
      await shows(/done\r?\n.*ready> $/s);
      terminal.write('farebox budget set 5 --per mon\t');
      await shows('--per month ');
      terminal.write('\u0015farebox --provider=anth\t');
      await shows('--provider=anthropic ');
      terminal.write('\u0015farebox -r transl\t');
      await shows('-r translator:');
    } finally {
      terminal.kill('SIGKILL');
    }
  });
});

/** Where the shell is not installed its text is looked at in `completion.test.ts` beside the source, and here nothing can be run. */
test.each([
  ['zsh', 'zsh', ['-n']],
  ['fish', 'fish', ['--no-execute']],
  ['bash', 'bash', ['-n']],
])('%s finds no mistake in its script, if it is there', (shell, program, argv) => {
  const { error, stderr, status } = spawnSync(program, [...argv, join(folder, shell)], {
    encoding: 'utf8',
  });
  const isAbsent = (error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT';
  expect({ stderr: stderr ?? '', status }).toEqual({ stderr: '', status: isAbsent ? null : 0 });
});
