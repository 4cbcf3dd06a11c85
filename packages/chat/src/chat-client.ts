import { linkSignal } from '@farebox/client';
import {
  type CallContext,
  ChatError,
  type ChatMessage,
  type ChatRequest,
  newCallId,
  type Picodollars,
  type Scope,
  toUsd,
} from '@farebox/core';
import {
  type Admission,
  amountOf,
  type Balance,
  type Ledger,
  memoryLedger,
  pendingReceipts,
  type Receipt,
} from '@farebox/cost';
import { type Answer, toAnswer } from './answer.js';
import { sourceOfCall, sourceOfExchange } from './answer-source.js';
import { AnswerStream, type OpenedAnswer } from './answer-stream.js';
import { type AskOptions, type CallOptions, requestParameters } from './ask-options.js';
import { toScopes } from './budget.js';
import { type CallFor, callStack } from './call-stack.js';
import type { Observer } from './chat-event.js';
import { checkCallOptions, checkClientOptions } from './check-options.js';
import { type ChatClientOptions, requestDefaults } from './client-options.js';
import { clientProfile } from './client-profile.js';
import { Conversation, type ConversationOptions } from './conversation/conversation.js';
import type { AroundCalls } from './conversation/conversation-host.js';
import { modelWindow } from './conversation/model-window.js';
import { exchangesOf } from './exchanges-of.js';
import { KnownBalances, remainingOf } from './known-balances.js';
import { numberedCalls } from './numbered-calls.js';
import { type Prompt, toMessages } from './prompt.js';
import { draftOf } from './schema/draft.js';
import { jsonSupport } from './schema/json-support.js';
import { settledProvider } from './settled-provider.js';
import { addTokens, noTokens, type TokenTotals } from './token-totals.js';
import { offering } from './tools/tool-list.js';
import { withEnd } from './with-end.js';

/** A scope of the budget, and what the ledger says of it. */
export interface ScopeBalance extends Balance {
  readonly scope: Scope;
  /** Until the limit, a soft one as well; 0 in a closed scope, and undefined without a limit. */
  readonly remaining: Picodollars | undefined;
}

/**
 * Asks and streams, with retries, clocks, a hard budget and receipts in one place.
 *
 * Each call is paid for before it leaves: the most it can cost is reserved, and settled to what it
 * did cost. A `budget` therefore stops the call that could pass it, not the one after.
 *
 * @throws {ChatError} `configuration`, at once, for options that cannot work.
 * @example
 * const client = new ChatClient({ model: 'gpt-4o-mini', ...personas.tutor, budget: '0.50' });
 * const answer = await client.ask('Explain a for loop in two lines');
 * console.log(answer.text, answer.costUsd, client.remainingUsd);
 */
export class ChatClient {
  readonly #options: ChatClientOptions;
  readonly #defaults: Omit<ChatRequest, 'messages'>;
  readonly #callFor: CallFor;
  readonly #exchangeFor: ReturnType<typeof exchangesOf>;
  readonly #scopes: readonly Scope[];
  readonly #ledger: Ledger;
  readonly #known: KnownBalances;
  readonly #pending = pendingReceipts();
  #spent: Picodollars = 0n;
  #usage: TokenTotals = noTokens;

  constructor(options: ChatClientOptions) {
    checkClientOptions(options);
    if (typeof options.model !== 'string' || options.model === '') {
      throw new ChatError({
        kind: 'configuration',
        message: 'model is missing.',
        fix: "Name one: new ChatClient({ model: 'gpt-4o-mini' }).",
      });
    }
    this.#options = options;
    this.#defaults = requestDefaults(options);
    const { clock } = options;
    const now = clock && (() => clock.now());
    const ledger = options.ledger ?? memoryLedger({ now });
    const isShared = options.ledger !== undefined;
    this.#scopes = toScopes(options.budget, { random: options.random, isShared });
    this.#known = new KnownBalances(this.#scopes, now ?? Date.now);
    const books = {
      ledger,
      pending: this.#pending,
      onReserved: (id: string, admission: Admission) => this.#known.reserved(id, admission),
    };
    this.#callFor = callStack(options, books, this.#scopes);
    this.#exchangeFor = exchangesOf(options);
    this.#ledger = ledger;
  }

  /**
   * Asks and waits for the whole answer.
   *
   * @throws {ChatError} what went wrong, after all retries; `error.fix` says what to do.
   */
  async ask<Value = undefined, Input = undefined>(
    prompt: Prompt,
    options: AskOptions<Value, Input> = {},
  ): Promise<Answer<Value>> {
    const messages = toMessages(prompt, this.#options.system);
    // Awaited all the way, so that the stack of an error reaches the line that asked.
    const { source, receipts, said } = await this.#begin(this.#request(messages, options), options);
    return toAnswer(await source.end(), receipts, said) as Answer<Value>;
  }

  /** Asks and hands out the answer as it arrives. Nothing is sent before the first read. */
  stream<Value = undefined, Input = undefined>(
    prompt: Prompt,
    options: AskOptions<Value, Input> = {},
  ): AnswerStream<Value, Input> {
    const messages = toMessages(prompt, this.#options.system);
    const request = this.#request(messages, options);
    return new AnswerStream(() => this.#begin(request, options));
  }

  /**
   * Questions with memory: each is asked with the turns before it.
   *
   * @throws {ChatError} `configuration` for options that cannot work, and for a saved conversation that cannot be read.
   */
  conversation(options: ConversationOptions = {}): Conversation {
    const { model, system, clock } = this.#options;
    const { prices } = settledProvider(this.#options);
    const host = {
      model,
      system,
      now: () => clock?.now() ?? Date.now(),
      window: (name: string) => modelWindow(prices, name),
      open: (messages: readonly ChatMessage[], asked: AskOptions, around: AroundCalls) =>
        this.#begin(this.#request([...messages], asked), asked, around),
      aside: async (request: ChatRequest, asked: CallOptions) => {
        const { call, context, receipts } = this.#surroundings(asked);
        const stream = await call(request, context);
        return toAnswer({ completion: await stream.completion() }, receipts, []);
      },
    };
    return new Conversation(host, options);
  }

  /**
   * Resolves once every attempt that was paid for has its receipt: under `drain` they come after their calls have
   * ended. To be awaited before the ledger is closed and the process exits; abort what is under way first.
   *
   * @throws {ChatError} `store` when the ledger could not write one, once.
   */
  settled(): Promise<void> {
    return this.#pending.settled();
  }

  /** What the calls of this client have cost so far, exactly. Calls under way, or drained, are not in it. */
  get spent(): Picodollars {
    return this.#spent;
  }

  get spentUsd(): number {
    return toUsd(this.#spent);
  }

  /**
   * What is left under the tightest hard limit, in the windows that are now, as far as this client knows; undefined without
   * one. Calls under way count with all that is reserved for them.
   *
   * What others have spent in a shared ledger is known as of this client's last reservation, and before the first one
   * not at all: `balances()` asks. Soft limits refuse nothing and do not count, nor do those per call.
   */
  get remaining(): Picodollars | undefined {
    return this.#known.remaining;
  }

  get remainingUsd(): number | undefined {
    const { remaining } = this;
    return remaining === undefined ? undefined : toUsd(remaining);
  }

  /**
   * What the ledger says now of each scope of the budget, in its present window: one question for each. Limits per call are
   * not among them: every call begins with the whole of them.
   *
   * @throws {ChatError} `store` when the ledger cannot be read.
   * @example
   * for (const { scope, remaining } of await client.balances()) console.log(scope.id, remaining);
   */
  async balances(): Promise<readonly ScopeBalance[]> {
    const lasting = this.#scopes.filter(({ per }) => per !== 'call');
    return Promise.all(
      lasting.map(async (scope) => {
        const window = this.#known.windowOf(scope);
        const balance = await this.#ledger.balance(scope);
        this.#known.learned({ scopeId: scope.id, window, ...balance });
        const remaining = scope.limit === undefined ? undefined : remainingOf(scope.limit, balance);
        return { ...balance, scope, remaining };
      }),
    );
  }

  /** Tokens of all calls so far, as far as they were reported. */
  get usage(): TokenTotals {
    return this.#usage;
  }

  #request(messages: ChatMessage[], options: AskOptions): ChatRequest {
    checkCallOptions(options);
    const parameters = { ...this.#defaults, ...requestParameters(options) };
    const tools = options.tools ?? this.#options.tools;
    if (tools === undefined) return { ...parameters, messages };
    const support = jsonSupport(clientProfile(this.#options), parameters.model);
    return { ...offering(parameters, tools, support === 'json_schema'), messages };
  }

  #surroundings(options: CallOptions) {
    const { clock, random = Math.random, tags } = this.#options;
    const observe = both(this.#options.observe, options.observe);
    const receipts: Receipt[] = [];
    const call = this.#callFor((receipt) => {
      receipts.push(receipt);
      this.#known.settled(receipt);
      this.#spent += amountOf(receipt.cost);
      this.#usage = addTokens(this.#usage, receipt);
      observe?.({ type: 'receipt', receipt });
    });
    const context: CallContext = {
      signal: options.signal,
      clock,
      random,
      tags: { ...tags, ...options.tags },
      onEvent: observe,
    };
    return { call, context, receipts, observe, random };
  }

  #begin(request: ChatRequest, options: AskOptions, around?: AroundCalls): Promise<OpenedAnswer> {
    const observe = both(this.#options.observe, options.observe);
    const open = () => this.#open(request, options, around);
    return observe === undefined ? open() : withEnd(open, observe, this.#options.clock);
  }

  async #open(
    request: ChatRequest,
    options: AskOptions,
    around?: AroundCalls,
  ): Promise<OpenedAnswer> {
    const draft = draftOf(options.schema);
    const { call, context, receipts, observe, random } = this.#surroundings(
      draft === undefined ? options : { ...options, observe: both(draft.heard, options.observe) },
    );
    const { signal } = options;
    const said: ChatMessage[] = [];
    const exchange = this.#exchangeFor(options);
    if (exchange === undefined) {
      const several = { ...context, callId: newCallId(random) };
      const opening =
        around === undefined
          ? call(request, context)
          : around(numberedCalls(call, several), observe)(request);
      return { source: sourceOfCall(await opening), receipts, said };
    }
    const callId = newCallId(random);
    const link = linkSignal(signal);
    const numbered = numberedCalls(call, { ...context, signal: link.signal, callId });
    const open = around?.(numbered, observe) ?? numbered;
    const running = exchange(request, {
      open,
      said,
      signal: link.signal,
      callId,
      onEvent: observe,
    });
    return { source: sourceOfExchange(running, link), receipts, said, draft };
  }
}

/** One observer of two; none where there is none, so that events cost nothing. */
function both(first: Observer | undefined, second: Observer | undefined): Observer | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return (event) => {
    first(event);
    second(event);
  };
}
