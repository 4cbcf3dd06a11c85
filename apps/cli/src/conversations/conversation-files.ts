import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { ConversationJson } from '@farebox/chat';
import { ChatError, isChatError, platformCode } from '@farebox/core';
import type { AskedWith } from './asked-with.js';

/** A conversation that is kept: its name, and how often it was written. */
export interface KeptConversation {
  readonly name: string;
  /** 0 for one that was never written. */
  readonly version: number;
}

/** `refactor.12.json`: the twelfth version of the conversation `refactor`. */
const fileName = /^(.+)\.(\d{1,9})\.json$/;

/**
 * The conversations of this user that were asked to be kept, each in a file of its own (0600, in a folder of 0700).
 *
 * Each version is a file that comes into being whole; then the one before is removed. Whoever writes a version that is there already,
 * or that others have gone past, is refused: two terminals in one conversation never lose a turn of each other's.
 */
export class ConversationFiles {
  readonly #folder: string;

  constructor(stateFolder: string) {
    this.#folder = join(stateFolder, 'conversations');
  }

  /** The newest one of all; undefined if there is none. */
  newest(): KeptConversation | undefined {
    const dated = this.#all().map((kept) => ({ kept, ms: this.#writtenMs(kept) }));
    return dated.sort((one, other) => other.ms - one.ms)[0]?.kept;
  }

  names(): string[] {
    return [...new Set(this.#all().map(({ name }) => name))].sort();
  }

  /** How far that conversation has come. */
  find(name: string): KeptConversation {
    const versions = this.#all().filter((kept) => kept.name === name);
    return { name, version: Math.max(0, ...versions.map(({ version }) => version)) };
  }

  /**
   * What is in it, as parsed JSON.
   *
   * @throws {ChatError} `store` when it cannot be read.
   */
  read(kept: KeptConversation): unknown {
    const file = this.fileOf(kept);
    try {
      return JSON.parse(readFileSync(file, 'utf8'));
    } catch (cause) {
      throw unreadable(file, cause);
    }
  }

  /**
   * Writes what comes after a version.
   *
   * @throws {ChatError} `store` with code `conversation-changed` where somebody else has, and nothing is overwritten.
   */
  write(
    before: KeptConversation,
    conversation: ConversationJson & { readonly askedWith?: AskedWith },
  ): KeptConversation {
    const kept = { name: before.name, version: before.version + 1 };
    const file = this.fileOf(kept);
    const draft = join(this.#folder, `.${kept.name}.${crypto.randomUUID()}`);
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      writeFileSync(draft, `${JSON.stringify(conversation)}\n`, {
        mode: 0o600,
        flag: 'wx',
        flush: true,
      });
      // Fails where the file exists, as a rename would not.
      linkSync(draft, file);
      if (this.find(kept.name).version > kept.version) {
        rmSync(file, { force: true });
        throw changed(kept.name);
      }
    } catch (cause) {
      if (isChatError(cause)) throw cause;
      throw platformCode(cause) === 'EEXIST' ? changed(kept.name) : unwritable(file, cause);
    } finally {
      removeQuietly(draft);
    }
    for (const old of this.#all()) {
      if (old.name === kept.name && old.version < kept.version) {
        removeQuietly(this.fileOf(old));
      }
    }
    return kept;
  }

  fileOf({ name, version }: KeptConversation): string {
    return join(this.#folder, `${name}.${version}.json`);
  }

  #writtenMs(kept: KeptConversation): number {
    return statSync(this.fileOf(kept), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  }

  #all(): KeptConversation[] {
    let files: string[];
    try {
      files = readdirSync(this.#folder);
    } catch (cause) {
      if (platformCode(cause) === 'ENOENT') return [];
      throw unreadable(this.#folder, cause);
    }
    return files.flatMap((file) => {
      const [, name, version] = fileName.exec(file) ?? [];
      return name === undefined ? [] : [{ name, version: Number(version) }];
    });
  }
}

/** A draft or an old version that stays is read by nobody: nothing that is worth an error, or in the place of one. */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The folder is closed to this user by now.
  }
}

function changed(name: string): ChatError {
  return new ChatError({
    kind: 'store',
    code: 'conversation-changed',
    message: `The conversation ${name} has gone on elsewhere since it was read here, so nothing was written over it.`,
    fix: `Keep this one under another name: /save ${name}-2 in a chat, --cid ${name}-2 to begin one; or go on with the other: farebox chat --cid ${name}.`,
  });
}

function unreadable(path: string, cause: unknown): ChatError {
  return new ChatError({
    kind: 'store',
    message: `${path} cannot be read (${platformCode(cause) ?? 'it is no JSON'}).`,
    fix: 'See that it is yours to read, or remove it.',
    cause,
  });
}

function unwritable(path: string, cause: unknown): ChatError {
  return new ChatError({
    kind: 'store',
    message: `${path} cannot be written (${platformCode(cause) ?? 'unknown'}).`,
    fix: 'See that the folder is yours to write and the disk has room; FAREBOX_HOME names another folder.',
    cause,
  });
}
