import { type ChatMessage, type Picodollars, system, type UserMessage } from '@farebox/core';
import { type Answer, toAnswer } from '../answer.js';
import { AnswerStream, type OpenedAnswer } from '../answer-stream.js';
import type { AskOptions } from '../ask-options.js';
import { checkConversationOptions } from '../check-options.js';
import { committingSource } from './committing-source.js';
import { type ContextOptions, checkContext } from './context-options.js';
import { dropOldest } from './context-policy.js';
import { checkTurn, nothingToRetry, underWay } from './conversation-errors.js';
import type { ConversationHost } from './conversation-host.js';
import type { ConversationJson } from './conversation-json.js';
import { fittedCalls } from './fitted-calls.js';
import { type History, historyMessages, type Summary } from './history.js';
import type { ContextWindow } from './model-window.js';
import { PromptSize } from './prompt-size.js';
import { type Question, toQuestion } from './question.js';
import { readConversation, type Unanswered } from './read-conversation.js';
import { retold } from './retold.js';
import { sentMessages } from './sent-messages.js';
import { Spending } from './spending.js';
import { type Turn, turnOf } from './turn.js';
import { writeConversation } from './write-conversation.js';

export interface ConversationOptions {
  /** Default: the saved one's, else the client's. */
  readonly system?: string | undefined;
  readonly context?: ContextOptions | undefined;
  /** What `toJSON()` gave, from wherever it was kept: it is checked. Default: a new conversation. */
  readonly from?: unknown;
}

/**
 * Questions with memory: each is asked with the turns before it.
 *
 * One question at a time. A turn is added once its answer is whole; one that fails, is aborted or left early adds nothing,
 * and `retry()` asks it again. What does not fit the model's window is left out of what is sent, the oldest first and never a part of
 * a turn: the event `context-trimmed` says so, and `turns` keeps it.
 *
 * @example
 * const conversation = client.conversation({ system: 'Answer in one line.' });
 * await conversation.ask('What is a list comprehension?');
 * const answer = await conversation.ask('Show me one.');
 */
export class Conversation {
  /** Holds from the next question on; undefined for none. */
  system: string | undefined;
  readonly #host: ConversationHost;
  readonly #context: ContextOptions;
  readonly #size: PromptSize;
  readonly #spending: Spending;
  #turns: readonly Turn[];
  #unanswered: Unanswered | undefined;
  #summary: Summary | undefined;
  /** The most that a prompt may have, by model: what refusals have taught. */
  readonly #mostTokens = new Map<string, number>();
  #isUnderWay = false;

  /** Use `client.conversation()`. */
  constructor(host: ConversationHost, options: ConversationOptions = {}) {
    checkConversationOptions(options);
    const { context = {}, from } = options;
    checkContext(context);
    const saved = from === undefined ? undefined : readConversation(from);
    this.system = options.system ?? (saved === undefined ? host.system : saved.system);
    this.#host = host;
    this.#context = context;
    this.#size = new PromptSize(context.countTokens);
    this.#spending = saved?.spending ?? new Spending();
    this.#turns = saved?.turns ?? [];
    this.#unanswered = saved?.unanswered;
    this.#summary = saved?.summary;
  }

  /** The turns so far, oldest first. */
  get turns(): readonly Turn[] {
    return this.#turns;
  }

  /** What a question would be sent after, were there no limit: the system message and all turns. */
  get messages(): readonly ChatMessage[] {
    const turns = this.#turns.flatMap((turn) => sentMessages(turn, this.#host.now()));
    return [...this.#lead(), ...turns];
  }

  /** The question that has no answer, if the last one failed, was aborted or left: what `retry()` asks. */
  get unanswered(): UserMessage | undefined {
    return this.#unanswered?.question;
  }

  /** What all calls have cost: failed and replaced turns and summaries as well. Undefined where a part is unknown, which is not 0. */
  get cost(): Picodollars | undefined {
    return this.#spending.cost;
  }

  get costUsd(): number | undefined {
    return this.#spending.costUsd;
  }

  /**
   * Asks, and waits for the whole answer.
   *
   * @throws {ChatError} what `client.ask()` throws, and `configuration` while another question is under way.
   */
  async ask<Value = undefined, Input = undefined>(
    prompt: Question,
    options: AskOptions<Value, Input> = {},
  ): Promise<Answer<Value>> {
    return this.stream(prompt, options).answer;
  }

  /** Asks, and hands out the answer as it arrives. Nothing is sent before the first read. */
  stream<Value = undefined, Input = undefined>(
    prompt: Question,
    options: AskOptions<Value, Input> = {},
  ): AnswerStream<Value, Input> {
    const question = toQuestion(prompt);
    return this.#stream(() => ({ question, at: this.#turns.length }), options);
  }

  /**
   * Asks the last question again: the unanswered one, if there is one. Nothing is sent before the first read; for the whole answer
   * await `retry().answer`. The old answer stays until the new one is whole.
   *
   * @throws {ChatError} `configuration` when nothing was asked yet.
   */
  retry<Value = undefined, Input = undefined>(
    options: AskOptions<Value, Input> = {},
  ): AnswerStream<Value, Input> {
    const at = this.#turns.length - 1;
    const last = this.#turns[at];
    const again = this.#unanswered ?? (last && { question: last.question, at });
    if (again === undefined) throw nothingToRetry();
    return this.#stream(() => again, options);
  }

  /**
   * Asks something else in place of a turn's question (0 is the first): what came after it is gone once the new answer is whole.
   * Nothing is sent before the first read; for the whole answer await `edit(…).answer`. `fork()` first, to keep both.
   *
   * @throws {ChatError} `configuration` for a turn that does not exist.
   */
  edit<Value = undefined, Input = undefined>(
    turn: number,
    prompt: Question,
    options: AskOptions<Value, Input> = {},
  ): AnswerStream<Value, Input> {
    checkTurn(turn, this.#turns.length - 1);
    const question = toQuestion(prompt);
    return this.#stream(() => ({ question, at: turn }), options);
  }

  /**
   * A conversation of its own with the first so many turns of this one, and no cost yet.
   *
   * @throws {ChatError} `configuration` for more turns than there are.
   */
  fork(turns: number = this.#turns.length): Conversation {
    checkTurn(turns, this.#turns.length);
    const copy = new Conversation(this.#host, { context: this.#context });
    copy.system = this.system;
    copy.#turns = this.#turns.slice(0, turns);
    copy.#summary = this.#summaryOf(turns);
    return copy;
  }

  /** Plain JSON, with all that was asked and answered in it: `client.conversation({ from })` goes on from there. */
  toJSON(): ConversationJson {
    return writeConversation({
      system: this.system,
      turns: this.#turns,
      unanswered: this.#unanswered,
      summary: this.#summary,
      spending: this.#spending,
    });
  }

  #lead(): ChatMessage[] {
    return this.system === undefined ? [] : [system(this.system)];
  }

  #summaryOf(turns: number): Summary | undefined {
    return this.#summary !== undefined && this.#summary.turns <= turns ? this.#summary : undefined;
  }

  #stream<Value, Input>(
    plan: () => Unanswered,
    options: AskOptions<Value, Input>,
  ): AnswerStream<Value, Input> {
    return new AnswerStream(async () => {
      if (this.#isUnderWay) throw underWay();
      this.#isUnderWay = true;
      const asked = plan();
      const failed = () => {
        this.#unanswered = asked;
        this.#isUnderWay = false;
      };
      try {
        const opened = await this.#open(asked, options);
        const { receipts, said } = opened;
        const source = committingSource(opened.source, {
          failed,
          whole: (end) => {
            this.#add(asked, toAnswer(end, receipts, said), said);
            this.#isUnderWay = false;
          },
        });
        return { ...opened, source };
      } catch (error) {
        failed();
        throw error;
      }
    });
  }

  #add({ question, at }: Unanswered, answer: Answer, said: readonly ChatMessage[]): void {
    this.#summary = this.#summaryOf(at);
    this.#turns = Object.freeze([...this.#turns.slice(0, at), turnOf(question, answer, said)]);
    this.#unanswered = undefined;
  }

  async #open({ question, at }: Unanswered, options: AskOptions): Promise<OpenedAnswer> {
    const now = this.#host.now();
    const summary = this.#summaryOf(at);
    const turns = this.#turns.slice(summary?.turns ?? 0, at).map((turn) => sentMessages(turn, now));
    const history: History = { summary, dropped: 0, turns };
    const before = historyMessages(history);
    const { model = this.#host.model } = options;
    const window = await this.#window(model);
    const observed = this.#observed(options);
    return this.#host.open([...this.#lead(), ...before, question], observed, (open, observe) =>
      fittedCalls(open, {
        sent: before.length,
        history,
        size: this.#size,
        window,
        mostTokens: this.#mostTokens.get(model) ?? Number.POSITIVE_INFINITY,
        retell: (long) => this.#retell(long, observed),
        onTrimmed: (event) => {
          if (event.reason === 'refused') this.#mostTokens.set(model, event.limitTokens);
          observe?.(event);
        },
      }),
    );
  }

  /** `maxTokens` is of the model that answers; another one has a window of its own. */
  async #window(model: string, isAnother = false): Promise<ContextWindow | undefined> {
    const known = await this.#host.window(model);
    const { maxTokens } = this.#context;
    return maxTokens === undefined || isAnother ? known : { ...known, tokens: maxTokens };
  }

  #observed(options: AskOptions): AskOptions {
    return {
      ...options,
      observe: (event) => {
        if (event.type === 'receipt') this.#spending.add(event.receipt);
        options.observe?.(event);
      },
    };
  }

  async #retell(history: History, options: AskOptions): Promise<Summary | undefined> {
    const { policy = dropOldest() } = this.#context;
    if (policy.kind !== 'summarise') return undefined;
    const { signal, observe } = options;
    const tags = { ...options.tags, purpose: 'summary' };
    const model = policy.model ?? options.model ?? this.#host.model;
    const summary = await retold(history, {
      most: history.turns.length - policy.keepTurns,
      model,
      window: await this.#window(model, policy.model !== undefined),
      sizeOf: (request) => this.#size.of(request),
      ask: async (request) => (await this.#host.aside(request, { signal, observe, tags })).text,
    });
    this.#summary = summary ?? this.#summary;
    return summary;
  }
}
