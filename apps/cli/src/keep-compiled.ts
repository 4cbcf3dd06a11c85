import { existsSync, mkdirSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { folderOf, state } from './state/place.js';

/**
 * Keeps what Node compiles of the command, so that a later start does not compile it again.
 *
 * What is kept will be run: it lies in the user's own folder, beside the ledger, and never in the folder
 * for temporary files, where Node would put it and others can write. Whoever has no ledger yet gets no folder
 * for this. It saves a fifth of the CPU before a request leaves (added to bare Node: 84 ms, then 66).
 */
export function keepCompiled(): void {
  const machine = {
    platform: process.platform,
    homeFolder: homedir(),
    environment: process.env,
  };
  const folder = folderOf(machine, state);
  if (folder === undefined || !existsSync(join(folder, 'ledger.db'))) return;
  const compiled = join(folder, 'compiled');
  try {
    mkdirSync(compiled, { mode: 0o700, recursive: true });
    enableCompileCache(compiled);
  } catch {
    // A folder that cannot be written is compiled for each time.
  }
}
