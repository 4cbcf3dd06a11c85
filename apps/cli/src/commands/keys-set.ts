import type { Io } from '../io/io.js';
import { print } from '../io/print.js';
import { keyPlace } from '../keys/key-place.js';
import { readKey } from '../keys/read-key.js';
import { endOf } from '../keys/saved-key.js';
import { SavedKeys } from '../keys/saved-keys.js';
import { dayAt } from '../prices/holds-on.js';

/**
 * Saves a key for an address. It is read from the terminal or from a pipe, and never printed.
 *
 * @returns 0
 * @throws {ChatError} `configuration` for a place that is none, a key that cannot be one, a folder open to others.
 */
export async function keysSet(word: string | undefined, io: Io): Promise<0> {
  const { origin, label, page } = keyPlace(word);
  const keys = new SavedKeys(io.configFolder());
  // Before the key is asked for: a folder that is open to others would be no place for it.
  const before = keys.find(origin);
  if (page !== undefined && io.stdin.kind === 'terminal') {
    await io.stderr.write(`Keys of ${label} are made at ${page}\n`);
  }
  const key = await readKey(label ?? origin, io);
  keys.save({ origin, key, savedOn: dayAt(io.clock.now()) });
  const instead = before === undefined ? '' : `, in place of ${endOf(before.key)}`;
  await print(io.stdout, `saved for ${origin}: ${endOf(key)}${instead}`);
  return 0;
}
