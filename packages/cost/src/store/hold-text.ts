import type { Account } from './account.js';
import type { Hold } from './hold.js';

/** A hold as JSON text: amounts of money are digits in text, because JSON numbers are floats. */
export function holdToText({ amount, accounts, ...hold }: Hold): string {
  return JSON.stringify({
    ...hold,
    amount: String(amount),
    accounts: accounts.map(({ limit, softLimit, ...account }) => ({
      ...account,
      ...(limit !== undefined && { limit: String(limit) }),
      ...(softLimit !== undefined && { softLimit: String(softLimit) }),
    })),
  });
}

export function holdFromText(text: string): Hold {
  const { amount, accounts, ...hold } = JSON.parse(text);
  return {
    ...hold,
    amount: BigInt(amount),
    accounts: (accounts as Record<string, string>[]).map((account) => ({
      scopeId: account.scopeId ?? '',
      window: account.window ?? '',
      limit: account.limit === undefined ? undefined : BigInt(account.limit),
      softLimit: account.softLimit === undefined ? undefined : BigInt(account.softLimit),
    })) satisfies Account[],
  };
}
