import { existsSync, lstatSync, mkdirSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { privacyFlaw } from './keys/privacy-flaw.js';
import { cache, folderOf } from './state/place.js';

/**
 * Keeps what Node compiles of the command, so that a later start does not compile it again: a fifth of the time until
 * an answer begins.
 *
 * What is kept will be run: it lies where the user keeps caches, or in `FAREBOX_HOME`, in a folder that nobody else can
 * write to, and never in the folder for temporary files, where Node would put it. Neither place is made for this.
 */
export function keepCompiled(): void {
  const { platform, env: environment } = process;
  const folder = folderOf({ platform, homeFolder: homedir(), environment }, cache);
  if (folder === undefined || !existsSync(environment.FAREBOX_HOME ? folder : dirname(folder)))
    return;
  const compiled = join(folder, 'compiled');
  try {
    mkdirSync(compiled, { mode: 0o700, recursive: true });
    const isSafe = [folder, compiled].every(
      (path) => privacyFlaw(lstatSync(path), 'trusted', process.getuid?.()) === undefined,
    );
    if (isSafe) enableCompileCache(compiled);
  } catch {
    // A folder that cannot be written is compiled for each time.
  }
}
