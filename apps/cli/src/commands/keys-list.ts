import type { Io } from '../io/io.js';
import { print } from '../io/print.js';
import { printLines } from '../io/print-lines.js';
import { endOf } from '../keys/saved-key.js';
import { SavedKeys } from '../keys/saved-keys.js';
import { table } from '../report/table.js';
import { plain } from '../terminal/line-styles.js';

export interface KeysListOptions {
  readonly json?: boolean;
}

/** Prints which keys are saved, and of each key no more than its end. */
export async function keysList({ json }: KeysListOptions, io: Io): Promise<0> {
  const keys = new SavedKeys(io.configFolder());
  const saved = keys
    .all()
    .map(({ origin, key, savedOn }) => ({ origin, end: endOf(key), savedOn }));
  if (json) await print(io.stdout, JSON.stringify({ folder: keys.folder, keys: saved }));
  else if (saved.length === 0) {
    await io.stderr.write('farebox: no key is saved. To save one: farebox keys set\n');
  } else {
    const rows = saved.map(({ origin, end, savedOn }) => [origin, end, savedOn]);
    await printLines(table([['address', 'key', 'saved'], ...rows]).map(plain), {}, io);
  }
  return 0;
}

/** Prints where the keys are. */
export async function keysPath(io: Io): Promise<0> {
  await print(io.stdout, new SavedKeys(io.configFolder()).folder);
  return 0;
}
