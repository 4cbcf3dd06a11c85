import {
  breaker,
  clocks,
  deadline,
  drain,
  type FallbackRoute,
  fallback,
  limiter,
  profileOf,
  type ResumeOptions,
  resume,
  retry,
} from '@farebox/client';
import { type Call, type Layer, type Scope, stack } from '@farebox/core';
import { budgetScope, type Ledger, meter, type PendingReceipts, type Receipt } from '@farebox/cost';
import type { ConnectionOptions } from './client-options.js';
import { openTransport } from './open-transport.js';
import { checkFallback, otherProvider } from './other-provider.js';
import type { ProviderOptions } from './provider-options.js';

/** The stack for one call: each has a meter of its own, so that its receipts are told from others'. */
export type CallFor = (onReceipt: (receipt: Receipt) => void) => Call;

/**
 * Every layer around a call of the client, outermost first: deadline, scope of the budget, drain, restart,
 * fallback; and for each provider continue, breaker, retry, limiter, meter, clocks, transport.
 *
 * A restart goes through all of it and may end at another provider; only the provider whose answer
 * it is can continue it. What is off is not in the stack.
 *
 * @throws {ChatError} `configuration`, at once, for options that cannot work.
 */
export function callStack(
  options: ConnectionOptions,
  ledger: Ledger,
  scopes: readonly Scope[],
  pending?: PendingReceipts | undefined,
): CallFor {
  checkFallback(options.fallback);
  const { onTruncated = 'throw' } = options;
  const around = stack(
    deadline({ totalMs: options.clocks?.totalMs }),
    budgetScope(...scopes),
    ...(options.drain === undefined ? [] : [drain(options.drain)]),
    ...(onTruncated === 'throw' || onTruncated === 'continue'
      ? []
      : [resume({ ...resumeOptions(options), onTruncated })]),
  );
  const first = providerStack(options, options, { ledger, pending }, onTruncated === 'continue');
  const targets = options.fallback?.map((target, index) => {
    const model = typeof target === 'string' ? target : target.model;
    const provider = otherProvider(target, index);
    if (provider === undefined) return { model };
    const { continuation } = profileOf(provider.profile);
    const continues = onTruncated === 'continue' && continuation !== undefined;
    return { model, callFor: providerStack(provider, options, { ledger, pending }, continues) };
  });

  const callFor: CallFor = (onReceipt) => {
    const call = first(onReceipt);
    if (targets === undefined) return around(call);
    const routes = targets.map(
      ({ model, callFor }): FallbackRoute => ({ model, call: callFor?.(onReceipt) }),
    );
    return stack(around, fallback(routes))(call);
  };
  // Made once for nothing, so that routes that lead nowhere are refused now.
  callFor(() => {});
  return callFor;
}

function providerStack(
  provider: ProviderOptions,
  options: ConnectionOptions,
  books: { readonly ledger: Ledger; readonly pending: PendingReceipts | undefined },
  continues: boolean,
): CallFor {
  const { profile, prices } = provider;
  const layers: Layer[] = [];
  if (continues) {
    layers.push(resume({ ...resumeOptions(options), onTruncated: 'continue', profile }));
  }
  if (provider.breaker !== undefined) layers.push(breaker(provider.breaker));
  if (options.retry !== false) layers.push(retry(options.retry));
  if (provider.limiter !== undefined) layers.push(limiter(provider.limiter));
  const timed = clocks(options.clocks);
  const transport = openTransport(provider);
  const { unknownPrice, unknownOutcome, fit } = options;
  const metering = { ...books, prices, unknownPrice, unknownOutcome, fit };
  return (onReceipt) => stack(...layers, meter({ ...metering, onReceipt }), timed)(transport);
}

function resumeOptions(options: ConnectionOptions): Omit<ResumeOptions, 'onTruncated'> {
  const { quota, maxRetryAfterMs } = options.retry || {};
  return { resumptions: options.resumptions, quota, maxRetryAfterMs };
}
