import { retryQuota } from '@farebox/core';
import { describe, expect, it } from 'vitest';
import { quotaAccount } from './quota-account.js';

const first = 'https://first.example.com';
const second = 'https://second.example.com';

describe("a call's account with a quota", () => {
  it('a retry is paid for by the origin that failed, and paid back to it, wherever it went', () => {
    const quota = retryQuota();
    const account = quotaAccount(quota);
    account.sentTo(first);
    account.take(14);
    account.sentTo(second);
    expect([quota.left(first), quota.left(second), account.left]).toEqual([486, 500, 500]);
    account.giveBack();
    expect([quota.left(first), quota.left(second)]).toEqual([500, 500]);
  });

  it('only the latest retry is paid back', () => {
    const quota = retryQuota();
    const account = quotaAccount(quota);
    account.sentTo(first);
    account.take(14);
    account.take(5);
    account.giveBack();
    expect(account.left).toBe(486);
  });

  it('a call without a retry earns one token for where it went', () => {
    const quota = retryQuota();
    quota.take(first, 14);
    const account = quotaAccount(quota);
    account.sentTo(first);
    account.giveBack();
    expect(quota.left(first)).toBe(487);
  });

  it('calls that go nobody knows where share one account', () => {
    const quota = retryQuota();
    quotaAccount(quota).take(14);
    expect(quotaAccount(quota).left).toBe(486);
    expect(quota.left(first)).toBe(500);
  });
});
