import type { AccountBalance, Balance } from '../ledger.js';
import type { Account } from './account.js';

/** What accounts come to, in their order, by whatever knows their balances. */
export function accountBalances(
  accounts: readonly Account[],
  balanceOf: (account: Account) => Balance,
): readonly AccountBalance[] {
  return accounts.map((account) => {
    const { scopeId, window } = account;
    const { settled, reserved, closed } = balanceOf(account);
    return { scopeId, window, settled, reserved, closed };
  });
}
