import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { shells } from '../src/completion/shells.js';
import { environmentOf, requireBuild, script } from './command.js';

/** A folder with the command under its name, and a script for each shell. */
export function folderWithScripts(): string {
  requireBuild();
  const folder = mkdtempSync(join(tmpdir(), 'farebox-'));
  const command = join(folder, 'farebox');
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${script}' "$@"\n`);
  chmodSync(command, 0o755);
  for (const [shell, text] of Object.entries(shells)) writeFileSync(join(folder, shell), text);
  return folder;
}

export function environmentIn(folder: string) {
  return environmentOf({ PATH: `${folder}:${process.env.PATH}`, FAREBOX_HOME: folder });
}

/** A shell at its prompt, in a real terminal. */
export interface Prompt {
  /** Types, and waits until the screen has got this since. */
  types(text: string, shown: string | RegExp): Promise<void>;
  close(): void;
}

export function promptOf(shell: string, argv: readonly string[], folder: string): Prompt {
  const terminal = spawn(shell, [...argv], {
    cols: 200,
    rows: 24,
    cwd: folder,
    env: { ...environmentIn(folder), HOME: folder, PS1: 'ready> ', TERM: 'dumb' },
  });
  let seen = '';
  let look = () => {};
  terminal.onData((data) => {
    seen += data;
    look();
  });
  return {
    types(text, shown) {
      seen = '';
      terminal.write(text);
      return new Promise((resolve, reject) => {
        const told = () => reject(new Error(`no ${shown} in ${JSON.stringify(seen)}`));
        const timer = setTimeout(told, 30_000);
        look = () => {
          if (!(typeof shown === 'string' ? seen.includes(shown) : shown.test(seen))) return;
          clearTimeout(timer);
          resolve();
        };
        look();
      });
    },
    close: () => terminal.kill('SIGKILL'),
  };
}
