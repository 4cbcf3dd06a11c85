import { deepStrictEqual, fail, ok } from 'node:assert/strict';
import { type ErrorKind, isChatError } from '@farebox/core';
import type { Balance, Ledger } from '../ledger.js';

/** The balance is exactly this; what is left out is 0, and open. */
export async function expectBalance(
  ledger: Ledger,
  scope: Parameters<Ledger['balance']>[0],
  expected: Partial<Balance>,
  callId?: string,
): Promise<void> {
  const full = { settled: 0n, reserved: 0n, closed: false, ...expected };
  deepStrictEqual(await ledger.balance(scope, callId), full);
}

/** It rejects with a `ChatError` of this kind, and this code. */
export async function expectError(
  action: Promise<unknown>,
  kind: ErrorKind,
  code?: string,
): Promise<void> {
  try {
    await action;
  } catch (error) {
    ok(isChatError(error), `A ${kind} error was expected, and not ${String(error)}`);
    const { kind: actual, code: actualCode, message } = error;
    const isExpected = actual === kind && (code === undefined || actualCode === code);
    ok(isExpected, `${kind} (${code}) was expected, not ${actual} (${actualCode}): ${message}`);
    return;
  }
  fail(`A ${kind} error was expected, and nothing was thrown.`);
}
