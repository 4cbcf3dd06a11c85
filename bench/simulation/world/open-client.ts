import { ChatClient } from '@farebox/chat';
import {
  breaker,
  breakerRegistry,
  clocks,
  deadline,
  drain,
  fallback,
  limiter,
  limiterRegistry,
  resume,
  retry,
} from '@farebox/client';
import {
  type Call,
  type CallEvent,
  type ChatCompletion,
  type ChatStream,
  type Clock,
  type Layer,
  retryQuota,
  type Scope,
  stack,
  system,
  user,
} from '@farebox/core';
import { budgetScope, type Ledger, meter, type Receipt } from '@farebox/cost';
import type { PlannedClient } from '../scenario/scenario.ts';
import type { CallRecord } from './records.ts';
import { continuingProvider } from './tracked-transport.ts';

/** What a caller has in hand: text piece by piece, chunks where there are some, or all of it. */
export interface OpenedAnswer {
  readonly text: AsyncIterable<string>;
  /** The stream itself, where the client hands it out. */
  readonly stream: (() => Promise<ChatStream>) | undefined;
  readonly whole: () => Promise<WholeAnswer>;
}

export interface WholeAnswer {
  readonly completion: ChatCompletion;
  readonly text: string;
  readonly truncated: boolean;
  readonly attempts: number | undefined;
}

export type OpenCall = (call: CallRecord) => OpenedAnswer;

export interface ClientSurroundings {
  readonly transport: Call;
  readonly ledger: Ledger;
  readonly scopes: readonly Scope[];
  readonly clock: Clock;
  readonly random: () => number;
  /** @param call where it is known: a client tells of all its calls. */
  readonly heard: (event: CallEvent, call?: CallRecord) => void;
  readonly receipt: (receipt: Receipt) => void;
}

/** A client of the scenario, as people have it. */
export function openClient(plan: PlannedClient, surroundings: ClientSurroundings): OpenCall {
  return plan.kind === 'chat' ? chatClient(plan, surroundings) : layers(plan, surroundings);
}

function retryOptions({ retries, maxRetryAfterMs, quotaTokens }: PlannedClient) {
  return {
    ...(retries !== undefined && { retries }),
    ...(maxRetryAfterMs !== undefined && { maxRetryAfterMs }),
    quota: retryQuota({ tokens: quotaTokens }),
  };
}

function chatClient(plan: PlannedClient, around: ClientSurroundings): OpenCall {
  const { ledger, transport, clock, random } = around;
  const client = new ChatClient({
    ...plan.request,
    system: plan.system,
    transport,
    profile: continuingProvider,
    limiter: plan.limiter,
    breaker: plan.breaker,
    fallback: plan.fallbackModels.length === 0 ? undefined : plan.fallbackModels,
    onTruncated: plan.onTruncated,
    resumptions: plan.resumptions,
    drain: plan.drain,
    retry: plan.retries === 0 ? false : retryOptions(plan),
    clocks: plan.clocks,
    budget: around.scopes,
    ledger,
    clock,
    random,
    observe(event) {
      if (event.type === 'receipt') around.receipt(event.receipt);
      else if ('attempt' in event) around.heard(event);
    },
  });
  return ({ index, plan: { question }, controller: { signal } }) => {
    const stream = client.stream(question, { signal, tags: { call: String(index) } });
    return { text: stream, stream: undefined, whole: () => stream.answer };
  };
}

/** The stack of the architecture by hand: one scope more inside, and the stream as it is. */
function layers(plan: PlannedClient, around: ClientSurroundings): OpenCall {
  const [inner, ...outer] = around.scopes.toReversed();
  const { onTruncated, resumptions, maxRetryAfterMs } = plan;
  const options = retryOptions(plan);
  const resumed = (when: PlannedClient['onTruncated']): Layer[] =>
    onTruncated === 'throw' || onTruncated !== when
      ? []
      : [
          resume({
            onTruncated,
            profile: continuingProvider,
            resumptions,
            maxRetryAfterMs,
            quota: options.quota,
          }),
        ];
  const outermost = stack(
    deadline({ totalMs: plan.clocks.totalMs }),
    budgetScope(...outer.toReversed()),
    ...(plan.drain === undefined ? [] : [drain(plan.drain)]),
    ...resumed('restart'),
    ...(plan.fallbackModels.length === 0
      ? []
      : [fallback(plan.fallbackModels.map((model) => ({ model })))]),
    ...resumed('continue'),
    ...(plan.breaker === undefined
      ? []
      : [breaker({ ...plan.breaker, registry: breakerRegistry() })]),
    retry(options),
    ...(plan.limiter === undefined
      ? []
      : [limiter({ ...plan.limiter, registry: limiterRegistry() })]),
    budgetScope(...(inner === undefined ? [] : [inner])),
  );
  const attemptClocks: Layer = clocks(plan.clocks);
  return (record) => {
    const receipts: Receipt[] = [];
    const onReceipt = (receipt: Receipt) => {
      receipts.push(receipt);
      around.receipt(receipt);
    };
    const metered = meter({ ledger: around.ledger, onReceipt });
    const call = stack(outermost, metered, attemptClocks)(around.transport);
    const messages = [
      ...(plan.system === undefined ? [] : [system(plan.system)]),
      user(record.plan.question),
    ];
    let opening: Promise<ChatStream> | undefined;
    const stream = () => {
      opening ??= call(
        { ...plan.request, messages },
        {
          signal: record.controller.signal,
          clock: around.clock,
          random: around.random,
          tags: { call: String(record.index) },
          onEvent: (event) => around.heard(event, record),
        },
      );
      return opening;
    };
    return {
      stream,
      text: { [Symbol.asyncIterator]: () => lateIterator(stream, (opened) => opened.text()) },
      whole: async () => {
        const completion = await (await stream()).completion();
        const [choice] = completion.choices;
        return {
          completion,
          text: choice?.message.content ?? '',
          truncated: choice?.finish_reason === 'length',
          attempts: receipts.length,
        };
      },
    };
  };
}

/** Iterates a view of a stream that is opened by the first read. */
export function lateIterator<T>(
  open: () => Promise<ChatStream>,
  view: (stream: ChatStream) => AsyncIterable<T>,
): AsyncIterator<T> {
  let items: AsyncIterator<T> | undefined;
  return {
    async next() {
      items ??= view(await open())[Symbol.asyncIterator]();
      return items.next();
    },
    async return() {
      await items?.return?.();
      return { done: true, value: undefined };
    },
  };
}
