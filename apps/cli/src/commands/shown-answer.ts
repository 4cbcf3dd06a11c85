import type { Observer } from '@farebox/chat';
import { type Receipt, totalCost } from '@farebox/cost';
import type { Endpoint } from '../endpoint/resolve-endpoint.js';
import type { Io } from '../io/io.js';
import type { AskOptions } from '../options/ask-options.js';
import { type BrokeOff, brokeOffLine } from '../report/broke-off-line.js';
import { costLine } from '../report/cost-line.js';
import { LiveCost } from '../report/live-cost.js';
import { reAskLine } from '../report/re-ask-line.js';
import { seconds } from '../report/seconds.js';
import { trimmedLine } from '../report/trimmed-line.js';
import { attemptLine, firstTokenLine } from '../report/verbose-lines.js';
import { waitLine } from '../report/wait-line.js';
import { appearanceOf } from '../terminal/appearance.js';
import { AnswerScreen } from './answer-screen.js';

export interface ShownAnswerOptions {
  readonly io: Io;
  readonly options: AskOptions;
  readonly model: string;
  /** What is sent before the question, as text. Default: nothing. */
  readonly before?: string;
  /** What is sent, for a guess at what the answer costs while it arrives. */
  readonly prompt: ConstructorParameters<typeof LiveCost>[0]['prompt'];
  readonly endpoint: Endpoint;
  readonly extract?: 'first' | 'last' | undefined;
  /** Nothing of the answer can be printed before all of it is there. */
  readonly isOneValue?: boolean | undefined;
}

/** One answer on its way to the screen: the text on standard output, what happens and what it cost on standard error. */
export class ShownAnswer {
  readonly receipts: Receipt[] = [];
  readonly #options: ShownAnswerOptions;
  readonly #progress: LiveCost;
  readonly #screen: AnswerScreen;
  #startedMs: number;
  #firstTextMs: number | undefined;
  #brokeOff: BrokeOff | undefined;

  constructor(shown: ShownAnswerOptions) {
    const { io, options, model, before, prompt, endpoint, extract } = shown;
    const { clock, stdout } = io;
    this.#options = shown;
    const provider = endpoint.kind === 'server' ? endpoint.provider : undefined;
    this.#progress = new LiveCost({ model, provider, before, prompt, clock });
    this.#screen = new AnswerScreen(io, {
      // Only what is shown can be called void; into a pipe goes one whole answer.
      holdsBack: options.onTruncated === 'restart' && !stdout.isTerminal,
      extract,
      appearance: appearanceOf(options, io),
      quiet: options.quiet,
      progress: this.#progress,
    });
    this.#startedMs = clock.monotonicMs();
  }

  /** To be told of everything that happens to the call. */
  readonly observe: Observer = (event) => {
    const { model } = this.#options;
    if (event.type === 'receipt') this.receipts.push(event.receipt);
    else if (event.type === 'attempt') {
      void this.tellMore(attemptLine(event.attempt, model));
      this.#screen.waits(event.attempt === 1 ? model : `${model} · attempt ${event.attempt}`);
    } else if (event.type === 'wait') {
      void this.tell(waitLine(event.attempt, event.waitMs, event.error));
      this.#screen.waits(`attempt ${event.attempt + 1} follows after ${seconds(event.waitMs)}`);
    } else if (event.type === 're-ask') void this.tell(reAskLine(event.error));
    else if (event.type === 'context-trimmed') void this.tell(trimmedLine(event));
    else if (event.type === 'restart' || event.type === 'continue') this.#brokeOff = event;
  };

  /** A line beside the answer, unless nothing but the answer is wanted. */
  async tell(line: string): Promise<void> {
    if (!this.#options.options.quiet) await this.#screen.say(line);
  }

  /** A line for those who want to know more. */
  async tellMore(line: string): Promise<void> {
    if (this.#options.options.verbose) await this.#screen.say(line);
  }

  /** Prints the text as it arrives. Its time counts from here. */
  async read(stream: AsyncIterable<string>): Promise<void> {
    const { io, isOneValue = false } = this.#options;
    const { printer } = this.#screen;
    this.#startedMs = io.clock.monotonicMs();
    for await (const text of stream) {
      if (this.#firstTextMs === undefined) {
        this.#firstTextMs = io.clock.monotonicMs() - this.#startedMs;
        this.#screen.arrives();
        await this.tellMore(firstTokenLine(this.#firstTextMs));
      }
      this.#progress.add(text);
      await this.#sayBrokeOff(printer.shows && !isOneValue);
      if (!isOneValue) await printer.print(text);
    }
  }

  /** Nothing more is waited for: takes the status from the screen. */
  stop(): void {
    this.#screen.stop();
  }

  /** Prints what is held back, and ends the last line. @returns false where a block of code was wanted and there is none. */
  end({ isWhole }: { readonly isWhole: boolean }): Promise<boolean> {
    return this.#screen.printer.end(isWhole);
  }

  /** Whether it has cost something, or may have. */
  get hasCost(): boolean {
    const { known, amount } = totalCost(this.receipts);
    return known === 'unknown' || amount > 0n;
  }

  async sayCost(remaining?: string): Promise<void> {
    const { options, endpoint } = this.#options;
    const { receipts } = this;
    const streamed = options.stream;
    const firstTextMs = this.#firstTextMs;
    const simulated = endpoint.kind === 'simulator';
    if (options.quiet) return;
    const line = costLine({ receipts, firstTextMs, streamed, simulated, remaining });
    await this.#screen.saySoftly(line);
  }

  async #sayBrokeOff(isShown: boolean): Promise<void> {
    const brokeOff = this.#brokeOff;
    if (brokeOff === undefined) return;
    this.#brokeOff = undefined;
    if (brokeOff.type === 'restart') await this.#screen.printer.startOver();
    this.#screen.arrives();
    await this.#screen.say(brokeOffLine(brokeOff, isShown));
  }
}
