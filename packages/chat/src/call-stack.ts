import {
  breaker,
  clocks,
  deadline,
  drain,
  type FallbackRoute,
  fallback,
  providers as knownProviders,
  limiter,
  type Provider,
  profileOf,
  type ResumeOptions,
  resume,
  retry,
} from '@farebox/client';
import { type Call, ChatError, type Layer, type Scope, stack } from '@farebox/core';
import { budgetScope, type MeterOptions, meter, type Receipt } from '@farebox/cost';
import type { ConnectionOptions } from './client-options.js';
import { environmentVariable } from './environment-variable.js';
import { openTransport } from './open-transport.js';
import { checkFallback, otherProvider } from './other-provider.js';
import type { ProviderOptions } from './provider-options.js';
import { settledProvider } from './settled-provider.js';

/** Where the money of every attempt is kept, and who hears of it. */
export type Books = Pick<MeterOptions, 'ledger' | 'pending' | 'onReserved'>;

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
  books: Books,
  scopes: readonly Scope[],
): CallFor {
  checkFallback(options.fallback);
  checkStoreContent(options.storeContent);
  const { onTruncated = 'throw' } = options;
  const around = stack(
    deadline({ totalMs: options.clocks?.totalMs }),
    budgetScope(...scopes),
    ...(options.drain === undefined ? [] : [drain(options.drain)]),
    ...(onTruncated === 'throw' || onTruncated === 'continue'
      ? []
      : [resume({ ...resumeOptions(options), onTruncated })]),
  );
  const own = settledProvider(options);
  const first = providerStack(own, options, books, onTruncated === 'continue');
  const targets = options.fallback?.map((target, index) => {
    const model = typeof target === 'string' ? target : target.model;
    const other = otherProvider(target, index);
    if (other === undefined) return { model };
    const provider = settledProvider(other);
    const { continuation } = profileOf(provider.profile);
    const continues = onTruncated === 'continue' && continuation !== undefined;
    return { model, callFor: providerStack(provider, options, books, continues) };
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
  books: Books,
  continues: boolean,
): CallFor {
  const { profile, prices } = provider;
  const layers: Layer[] = [];
  if (continues) {
    layers.push(resume({ ...resumeOptions(options), onTruncated: 'continue', profile }));
  }
  if (provider.breaker !== undefined) layers.push(breaker(provider.breaker));
  layers.push(options.retry === false ? announced : retry(options.retry));
  if (provider.limiter !== undefined) layers.push(limiter(provider.limiter));
  const timed = clocks(options.clocks);
  const transport = openTransport(provider);
  const { unknownPrice, unknownOutcome, fit } = options;
  const storeContent = options.storeContent === true && keysOf(provider, options);
  const metering = { ...books, prices, unknownPrice, unknownOutcome, fit, storeContent };
  return (onReceipt) => stack(...layers, meter({ ...metering, onReceipt }), timed)(transport);
}

/** Where nothing is retried, the one attempt is told of all the same. */
const announced: Layer = (next) => (request, context) => {
  context.onEvent?.({ type: 'attempt', attempt: context.attempt ?? 1 });
  return next(request, context);
};

/** What stored content must not have in it, wherever it was written. */
function keysOf(...providers: readonly ProviderOptions[]): readonly string[] {
  const variables = Object.values(knownProviders).map((known: Provider) => known.keyVariable);
  const keys = [...providers.map(({ apiKey }) => apiKey), ...variables.map(environmentVariable)];
  return keys.filter((key) => key !== undefined);
}

function checkStoreContent(storeContent: unknown): void {
  if (storeContent === undefined || typeof storeContent === 'boolean') return;
  throw new ChatError({
    kind: 'configuration',
    message: 'storeContent is neither true nor false.',
    fix: 'Leave it out, and nothing of a prompt or an answer is stored.',
  });
}

function resumeOptions(options: ConnectionOptions): Omit<ResumeOptions, 'onTruncated'> {
  const { quota, maxRetryAfterMs } = options.retry || {};
  return { resumptions: options.resumptions, quota, maxRetryAfterMs };
}
