import { ChatError } from '@farebox/core';
import type { Io } from '../io/io.js';
import { print } from '../io/print.js';
import { keyPlace } from '../keys/key-place.js';
import { SavedKeys } from '../keys/saved-keys.js';

/**
 * Forgets a key, also one in a file that is open to others.
 *
 * @throws {ChatError} `configuration` when none is saved for that address.
 */
export async function keysRm(word: string | undefined, io: Io): Promise<0> {
  const { origin } = keyPlace(word);
  if (new SavedKeys(io.configFolder()).remove(origin)) {
    await print(io.stdout, `forgotten: the key for ${origin}`);
    return 0;
  }
  throw new ChatError({
    kind: 'configuration',
    message: `No key is saved for ${origin}.`,
    fix: 'farebox keys list shows what is saved.',
  });
}
