import { statSync } from 'node:fs';
import { storeError } from './sqlite-error.js';

/**
 * Watches that a path still leads to the file that was opened; throws where it does not.
 *
 * A file that is deleted while it is open goes on working, and whatever is written there is lost with the last
 * process that has it open; and one that takes its place begins at 0. Either would be spent twice.
 *
 * @returns a check, some microseconds each; its `ChatError` is `store` with code `moved`.
 */
export function sameFile(file: string): () => void {
  if (file === ':memory:') return () => {};
  const opened = identityOf(file);
  return () => {
    if (identityOf(file) === opened) return;
    throw storeError(
      'moved',
      `The ledger ${file} is no longer there, or another file is in its place.`,
      'Put the file back: what was counted is in it. To begin anew, open another ledger.',
    );
  };
}

function identityOf(file: string): string | undefined {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? undefined : `${found.dev} ${found.ino}`;
}
