import { ChatError, isChatError } from '@farebox/core';

/** Primary result codes of SQLite (https://sqlite.org/rescode.html): what happened, and what to do. */
const causes: Readonly<Record<number, { code: string; what: string; fix: string }>> = {
  5: {
    code: 'locked',
    what: 'is locked by another process, and stayed so',
    fix: 'See what holds it (a backup, an open sqlite3 shell), or give busyTimeoutMs more time.',
  },
  6: {
    code: 'locked',
    what: 'is locked within this process',
    fix: 'Let the other statement on this file finish first.',
  },
  8: {
    code: 'read-only',
    what: 'can only be read',
    fix: 'Open it without readOnly, and make the file and its folder writable for this user.',
  },
  10: {
    code: 'io',
    what: 'could not be read or written by the disk',
    fix: 'Check the disk and the mount; nothing half-written counts.',
  },
  11: {
    code: 'corrupt',
    what: 'is damaged',
    fix: 'Restore a backup, or start a new file; keep the old one, sqlite3 .recover may read it.',
  },
  13: {
    code: 'full',
    what: 'cannot grow: the disk is full',
    fix: 'Free some space on its disk. Nothing was reserved, and nothing that was settled is lost.',
  },
  14: {
    code: 'cannot-open',
    what: 'could not be opened',
    fix: 'Check that the path exists, is a file, and belongs to this user.',
  },
  26: {
    code: 'corrupt',
    what: 'is not a SQLite database',
    fix: 'Give the ledger a file of its own.',
  },
};

/** What Node says of the same, where it makes folder and file. */
const ofFileSystem: Readonly<Record<string, number>> = {
  ENOSPC: 13,
  EDQUOT: 13,
  EROFS: 8,
  EACCES: 14,
  EISDIR: 14,
  ENOTDIR: 14,
};

export function isBusy(error: unknown): boolean {
  return resultCode(error) === 5;
}

/** A failure of SQLite or of the file system as a `store` error that names the file; others as they are. */
export function toStoreError(error: unknown, file: string): unknown {
  if (isChatError(error)) return error;
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  const primary = resultCode(error) ?? ofFileSystem[String(code)];
  const known = primary === undefined ? undefined : causes[primary];
  if (primary === undefined && typeof code !== 'string') return error;
  return new ChatError({
    kind: 'store',
    code: known?.code ?? (typeof code === 'string' ? code : undefined),
    message: `The ledger ${file} ${known?.what ?? 'failed'} (${String(message)}).`,
    fix: known?.fix ?? 'Check the path, the disk and who may write there.',
    cause: error,
  });
}

export function storeError(code: string, message: string, fix: string): ChatError {
  return new ChatError({ kind: 'store', code, message, fix });
}

function resultCode(error: unknown): number | undefined {
  const { code, errcode } = (error ?? {}) as { code?: unknown; errcode?: unknown };
  return code === 'ERR_SQLITE_ERROR' && typeof errcode === 'number' ? errcode & 0xff : undefined;
}
