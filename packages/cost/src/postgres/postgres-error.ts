import { ChatError, isChatError } from '@farebox/core';

/** Classes of SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html) and what to do. */
const causes: readonly { readonly code: RegExp; readonly name: string; readonly fix: string }[] = [
  {
    code: /^(28|3D)/,
    name: 'refused',
    fix: 'Check user, password and database of the pool.',
  },
  {
    code: /^42501/,
    name: 'permission',
    fix: 'Let the role create the schema once, or use it: GRANT CREATE ON DATABASE, or GRANT USAGE ON SCHEMA and all on its tables.',
  },
  {
    code: /^25006/,
    name: 'read-only',
    fix: 'Connect to the primary: this server, or this transaction, can only read.',
  },
  {
    code: /^53/,
    name: 'full',
    fix: 'The server has no disk, memory or connections left; free some, or make the pool smaller.',
  },
  {
    code: /^(08|57P|ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH)/,
    name: 'unreachable',
    fix: 'Check that the server runs and can be reached; patienceMs says how long to wait for it.',
  },
];

/**
 * Whether it is worth trying again: two calls were in each other's way, or the server is away. Where transactions are
 * serializable, one that began too early finds out by a unique violation (23505).
 */
export function isTransient(error: unknown): boolean {
  return (
    /^(40001|40P01|23505|08|57P0[123]|ECONN|EPIPE|53300)/.test(codeOf(error)) || isCutOff(error)
  );
}

/** A failure of PostgreSQL as a `store` error, with its code and without its data. */
export function toStoreError(error: unknown): unknown {
  if (isChatError(error)) return error;
  const code = isCutOff(error) ? '08006' : codeOf(error);
  const known = causes.find((cause) => cause.code.test(code));
  return new ChatError({
    kind: 'store',
    code: known?.name ?? 'postgres',
    message: `The ledger in PostgreSQL failed: ${String((error as Error)?.message ?? error)} (${code || 'no code'}).`,
    fix: known?.fix ?? 'See the log of the server; nothing was reserved or settled by this call.',
    cause: error,
  });
}

/** `pg` gives a lost connection no code. */
function isCutOff(error: unknown): boolean {
  return (
    codeOf(error) === '' &&
    /connection (terminated|ended)|timeout exceeded when trying to connect|query read timeout|not queryable/i.test(
      String((error as Error)?.message),
    )
  );
}

function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}
