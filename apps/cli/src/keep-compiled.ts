import { mkdirSync, statSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { privacyFlaw } from './keys/privacy-flaw.js';
import { cache, folderOf } from './state/place.js';
import { thisMachine } from './state/this-machine.js';

/**
 * Keeps what Node compiles of the command, so that a later start does not compile it again: a seventh of the time until
 * an answer begins.
 *
 * What is kept will be run: it lies where the user keeps caches, or in `FAREBOX_HOME`, where nobody else can write, and
 * never in the folder for temporary files, where Node would put it. Neither place is made for this.
 */
export function keepCompiled(): void {
  const { FAREBOX_HOME, NODE_COMPILE_CACHE, NODE_DISABLE_COMPILE_CACHE } = process.env;
  if (NODE_COMPILE_CACHE || NODE_DISABLE_COMPILE_CACHE) return;
  const folder = folderOf(thisMachine(), cache);
  if (folder === undefined) return;
  const compiled = join(folder, 'compiled');
  try {
    if (!isSafe(FAREBOX_HOME ? folder : dirname(folder))) return;
    mkdirSync(compiled, { mode: 0o700, recursive: true });
    if (isSafe(folder) && isSafe(compiled)) enableCompileCache(compiled);
  } catch {
    // A folder that is not there, or cannot be written: it is compiled for each time.
  }
}

function isSafe(folder: string): boolean {
  return privacyFlaw(statSync(folder), 'trusted', process.getuid?.()) === undefined;
}
