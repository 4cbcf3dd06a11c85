import type {
  AnswerStream,
  AskOptions as CallOptions,
  ChatClient,
  Conversation,
} from '@farebox/chat';
import { isChatError } from '@farebox/core';
import { askedWith } from '../conversations/as-before.js';
import type { AskedWith } from '../conversations/asked-with.js';
import type { ChosenConversation } from '../conversations/choose-conversation.js';
import { ConversationFiles, type KeptConversation } from '../conversations/conversation-files.js';
import type { OpenConversation } from '../conversations/open-conversation.js';
import { restore } from '../conversations/restore.js';
import type { Endpoint } from '../endpoint/resolve-endpoint.js';
import type { Io } from '../io/io.js';
import type { AskOptions } from '../options/ask-options.js';
import { failureLines } from '../report/failure-lines.js';
import { explained } from '../report/refusal.js';
import { passedText } from '../report/remaining-text.js';
import { type Books, isSameLimits, limitsOf, openBooks } from '../state/books.js';
import { type AfterCall, afterCall } from '../state/remaining.js';
import { stylesOn } from '../terminal/appearance.js';
import { foldLine } from '../terminal/fold-line.js';
import { plain } from '../terminal/line-styles.js';
import { type Line, painted } from '../terminal/styled-line.js';
import { chatPrompt } from './chat-prompt.js';
import { showAnswer } from './show-answer.js';

export interface ChatSessionFacts {
  /** A client whose calls are recorded and limited so. */
  readonly newClient: (books: Books) => ChatClient;
  readonly io: Io;
  readonly options: AskOptions;
  readonly endpoint: Endpoint;
  readonly model: string;
  readonly temperature: number | null | undefined;
}

/** A chat that is under way: what the next question is asked with, and where it is kept. */
export class ChatSession {
  model: string;
  temperature: number | null | undefined;
  conversation: Conversation;
  /** The file that it is kept in; undefined while nobody asked for one. */
  kept: KeptConversation | undefined;
  readonly facts: ChatSessionFacts;
  readonly files: ConversationFiles;
  #books: Books;
  #client: ChatClient;
  /** The exit code of the first question that failed. */
  #exitCode = 0;

  constructor(
    facts: ChatSessionFacts,
    books: Books,
    open: (client: ChatClient) => OpenConversation,
  ) {
    this.facts = facts;
    this.#books = books;
    this.#client = facts.newClient(books);
    const { conversation, kept } = open(this.#client);
    this.model = facts.model;
    this.temperature = facts.temperature;
    this.conversation = conversation;
    this.kept = kept;
    this.files = new ConversationFiles(facts.io.stateFolder());
  }

  /** To be closed at the end of the chat. */
  get books(): Books {
    return this.#books;
  }

  get exitCode(): number {
    return this.#exitCode;
  }

  /** What is kept with the conversation. */
  get askedWith(): AskedWith {
    return askedWith(this, this.facts.options, this.facts.endpoint);
  }

  async say(line: string | Line): Promise<void> {
    const { stderr } = this.facts.io;
    const columns = stderr.isTerminal ? stderr.columns || 80 : Number.POSITIVE_INFINITY;
    const lines = foldLine(typeof line === 'string' ? plain(line) : line, columns);
    await stderr.write(`${lines.map((one) => this.#paint(one)).join('\n')}\n`);
  }

  #paint(line: Line): string {
    const { io, options } = this.facts;
    return painted(line, stylesOn(io.stderr, options, io.environment));
  }

  /** The model, what this has cost so far, and what the tightest budget has left. */
  async prompt(): Promise<string> {
    const { io } = this.facts;
    // What is wrong with a budget is told with the next question.
    await this.renewBudgets().catch((error) => {
      if (!isChatError(error)) throw error;
    });
    const { tightest } = await this.#afterCall();
    const lines = chatPrompt({
      model: this.model,
      cost: this.conversation.cost,
      tightest,
      columns: io.stderr.columns,
    });
    // Only the last one is drawn again while it is edited.
    for (const line of lines.slice(0, -1)) await this.say(line);
    return this.#paint(lines.at(-1) ?? []);
  }

  /**
   * Asks, and shows the answer. What goes wrong is told, with its fix, and the chat goes on.
   *
   * @throws what ended the process: the answer is over, and paid for.
   */
  async answer(
    begin: (conversation: Conversation, call: CallOptions) => AnswerStream,
    question: string,
    stopped: AbortSignal,
  ): Promise<void> {
    const { io, options, endpoint } = this.facts;
    const signal = AbortSignal.any([io.interrupted, io.stdout.broken, stopped]);
    const { model, temperature } = this;
    try {
      await this.renewBudgets();
      const { conversation } = this;
      const before = JSON.stringify(conversation.messages);
      await showAnswer({ io, options, model, before, prompt: question, endpoint }, (observe) =>
        begin(conversation, { signal, observe, model, temperature }),
      );
      const { passed } = await this.#afterCall();
      for (const state of passed) await this.say(`farebox: warning: ${passedText(state)}`);
      this.keep();
    } catch (error) {
      if (io.interrupted.aborted || io.stdout.broken.aborted) throw error;
      await this.tell(error);
    }
  }

  /** Tells of an error, with its fix. */
  async tell(error: unknown): Promise<void> {
    const { io, endpoint } = this.facts;
    const isStopped = isChatError(error) && error.kind === 'aborted' && error.code !== 'unread';
    if (isStopped) return this.say('farebox: stopped; /retry asks again');
    const shown = explained(error, {
      budgets: this.#books.budgets,
      endpoint,
      at: io.clock.now(),
    });
    await io.stderr.write(failureLines(shown, io.environment));
    this.#exitCode ||= isChatError(shown) ? shown.exit : 1;
  }

  /**
   * Has the budgets that are set at this moment hold from the next question on, wherever they were set.
   *
   * @throws {ChatError} what `openBooks` throws: then nothing can be asked.
   */
  async renewBudgets(): Promise<void> {
    const { io, options, endpoint, newClient } = this.facts;
    if (isSameLimits(limitsOf(options, endpoint, io), this.#books)) return;
    const books = await openBooks(options, endpoint, io);
    await this.#books.ledger.close();
    this.#books = books;
    this.#client = newClient(books);
    this.conversation = this.#client.conversation({ from: this.conversation.toJSON() });
  }

  /**
   * Goes on with another conversation, in its file.
   *
   * @throws {ChatError} `store` for one that is not understood; then this one goes on.
   */
  load(chosen: ChosenConversation): void {
    this.conversation = restore(this.#client, chosen, undefined, this.files);
    this.kept = chosen.kept;
  }

  #afterCall(): Promise<AfterCall> {
    return afterCall(this.#books.budgets, this.#books.ledger);
  }

  /** Writes the conversation to its file, if it has one. */
  keep(): void {
    if (this.kept === undefined) return;
    const json = { ...this.conversation.toJSON(), askedWith: this.askedWith };
    this.kept = this.files.write(this.kept, json);
  }
}
