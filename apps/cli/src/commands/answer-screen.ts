import type { Io } from '../io/io.js';
import { type Appearance, knowsSequences } from '../terminal/appearance.js';
import { dim } from '../terminal/line-styles.js';
import { StatusLine } from '../terminal/status-line.js';
import { painted } from '../terminal/styled-line.js';
import { AnswerPrinter, type AnswerPrinterOptions } from './answer-printer.js';

export interface AnswerScreenOptions extends AnswerPrinterOptions {
  readonly appearance: Appearance;
  /** Whether nothing but the answer and errors is wanted. */
  readonly quiet?: boolean | undefined;
  /** What the line of the status says while the answer arrives; loaded beside the request. */
  readonly progress: { readonly text: () => string; readonly load: () => Promise<void> };
}

/** Shorter waits need no spinner. */
const patienceMs = 150;
/** An attempt is announced a moment before its request leaves. */
const loadAfterMs = 30;
const frames = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';

/**
 * The screen that an answer, messages and the line of the status share.
 *
 * The answer goes to standard output and all else to standard error, which may be one terminal, two, or none: a message
 * never goes on with a line of the answer, and the status is gone when it is over, whatever ended it.
 */
export class AnswerScreen {
  readonly printer: AnswerPrinter;
  readonly #io: Io;
  readonly #options: AnswerScreenOptions;
  readonly #status: StatusLine | undefined;
  #isLoading = false;
  #hasArrived = false;
  #isWaiting = false;

  constructor(io: Io, options: AnswerScreenOptions) {
    this.#io = io;
    this.#options = options;
    const { stdout, stderr, clock, environment } = io;
    this.printer = new AnswerPrinter(
      {
        isTerminal: stdout.isTerminal,
        broken: stdout.broken,
        get columns() {
          return stdout.columns;
        },
        get rows() {
          return stdout.rows;
        },
        write: (text) => {
          if (this.#isWaiting) this.arrives();
          return this.#aside(() => stdout.write(text));
        },
      },
      options,
    );
    if (!stderr.isTerminal || options.quiet || !knowsSequences(environment)) return;
    this.#status = new StatusLine({
      output: stderr,
      clock,
      styled: options.appearance.styledStatus,
      place: () => this.#placeOfStatus(),
    });
  }

  /** Nothing has come yet: says so after a moment, with what is waited for. */
  waits(what: string): void {
    const { clock } = this.#io;
    this.#load();
    this.#isWaiting = true;
    const sinceMs = clock.monotonicMs();
    this.#status?.start(() => {
      const waitedMs = clock.monotonicMs() - sinceMs;
      const frame = frames[Math.floor(waitedMs / 100) % frames.length];
      return `${frame} ${what} · ${(waitedMs / 1000).toFixed(1)} s`;
    }, patienceMs);
  }

  /** Text has come, or goes on: from here on the status says how. Printing it says so as well. */
  arrives(): void {
    this.#status?.stop();
    this.#hasArrived = true;
    this.#isWaiting = false;
    this.#status?.start(this.#options.progress.text, patienceMs);
  }

  /** Prints a line on standard error that is beside the answer, and looks so. */
  async saySoftly(line: string): Promise<void> {
    await this.say(painted(dim(line), this.#options.appearance.styledStatus));
  }

  /** Prints a line on standard error. */
  async say(line: string): Promise<void> {
    const { stdout, stderr } = this.#io;
    await this.#aside(() => {
      // Where both share a screen, a line never goes on with one of the answer.
      const lineEnd = stdout.isTerminal && stderr.isTerminal ? this.printer.leaveLine() : '';
      return stderr.write(`${lineEnd}${line}\n`);
    });
  }

  /** Takes the status from the screen. */
  stop(): void {
    this.#isWaiting = false;
    this.#status?.stop();
  }

  /** Where nothing is written over: below an open line only if the column behind its text is known to be free. */
  #placeOfStatus(): 'here' | 'below' | undefined {
    if (!this.#io.stdout.isTerminal || !this.printer.shows) return 'here';
    if (this.#options.appearance.markdown) return this.printer.lineIsOpen ? 'below' : 'here';
    return this.#hasArrived ? undefined : 'here';
  }

  /** Loads what is printed with, once the request has left: that takes longer than a moment. */
  #load(): void {
    if (this.#isLoading) return;
    this.#isLoading = true;
    this.#io.clock.after(loadAfterMs, () => {
      void this.printer.load();
      if (this.#status !== undefined) void this.#options.progress.load();
    });
  }

  #aside(print: () => Promise<void>): Promise<void> {
    return this.#status === undefined ? print() : this.#status.aside(print);
  }
}
