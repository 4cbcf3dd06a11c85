import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ChatError } from '@farebox/core';
import { replaceFile } from '../state/replace-file.js';
import { ifThere, withFile } from '../state/with-file.js';
import { oneLine } from '../terminal/one-line.js';
import { type Ownership, privacyFlaw } from './privacy-flaw.js';
import { type SavedKey, savedKeyFromText, savedKeyToText } from './saved-key.js';

/**
 * The keys that this user has saved, each in a file of its own, which nobody else can read.
 *
 * A key is found by the origin that it was saved for, and by no other. Two that are saved at the same
 * time are both kept, because nothing is read to be written back.
 */
export class SavedKeys {
  readonly folder: string;

  /** @param configFolder the folder with what the user has chosen, which need not exist. */
  constructor(configFolder: string) {
    this.folder = join(configFolder, 'keys');
  }

  /** Where the key for an origin is, or would be. */
  fileOf(origin: string): string {
    return join(this.folder, `${encodeURIComponent(origin)}.json`);
  }

  /**
   * The key that was saved for an origin, if there is one.
   *
   * @throws {ChatError} `configuration` when its file is open to others, or is not understood.
   */
  find(origin: string): SavedKey | undefined {
    const file = this.fileOf(origin);
    const text = ifThere('The saved key', file, () => this.#readPrivately(file));
    if (text === undefined) return undefined;
    const saved = savedKeyFromText(text);
    if (saved?.origin === origin) return saved;
    throw notUnderstood(file);
  }

  /** Whether one was saved for an origin, usable or not. */
  has(origin: string): boolean {
    return existsSync(this.fileOf(origin));
  }

  /** All of them, by origin. @throws as `find`, for the first that cannot be used. */
  all(): readonly SavedKey[] {
    return this.#origins().flatMap((origin) => this.find(origin) ?? []);
  }

  /** @throws {ChatError} `configuration` when it cannot be written, or would be open to others. */
  save(saved: SavedKey): void {
    const file = this.fileOf(saved.origin);
    withFile('The saved key', file, () => {
      // Never into a place from which somebody else can take it.
      this.#checkFolders();
      replaceFile(file, savedKeyToText(saved));
    });
  }

  /** Whether there was one. */
  remove(origin: string): boolean {
    const file = this.fileOf(origin);
    return (
      ifThere('The saved key', file, () => {
        rmSync(file);
        return true;
      }) ?? false
    );
  }

  #readPrivately(file: string): string {
    const descriptor = openSync(file, 'r');
    try {
      this.#checkFolders();
      checkPrivate(file, fstatSync(descriptor), 'file');
      return readFileSync(descriptor, 'utf8');
    } finally {
      closeSync(descriptor);
    }
  }

  #checkFolders(): void {
    for (const folder of [dirname(this.folder), this.folder]) {
      const facts = statSync(folder, { throwIfNoEntry: false });
      if (facts !== undefined) checkPrivate(folder, facts, 'folder');
    }
  }

  #origins(): readonly string[] {
    const names =
      ifThere('The folder of saved keys', this.folder, () => readdirSync(this.folder)) ?? [];
    return names
      .filter((name) => /^[^.].*\.json$/.test(name))
      .map((name) => originOf(name) ?? fail(notUnderstood(join(this.folder, name))))
      .toSorted();
  }
}

function originOf(name: string): string | undefined {
  try {
    return decodeURIComponent(name.slice(0, -'.json'.length));
  } catch {
    return undefined;
  }
}

function fail(error: ChatError): never {
  throw error;
}

function checkPrivate(path: string, facts: Ownership, what: 'file' | 'folder'): void {
  const flaw = privacyFlaw(facts, what === 'file' ? 'secret' : 'trusted', process.getuid?.());
  if (flaw === undefined) return;
  const belongs = flaw.startsWith('belongs');
  throw new ChatError({
    kind: 'configuration',
    code: 'key-not-private',
    message: `The ${what} ${oneLine(path)}, for saved keys, ${flaw}, so it is not used.`,
    fix: belongs
      ? 'Remove it, or set FAREBOX_HOME to a folder of yours, and save the key again.'
      : `chmod ${what === 'file' ? '600' : '700'} '${oneLine(path)}'; if others may have read a key, make a new one at the provider.`,
  });
}

function notUnderstood(file: string): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: `The saved key ${oneLine(file)} is not understood.`,
    fix: 'If a newer farebox wrote it, update this one; else remove the file and save the key again.',
  });
}
