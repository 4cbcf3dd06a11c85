import type { Output } from '../io/io.js';
import { ControlFilter } from '../terminal/control-filter.js';

/**
 * Prints an answer as it arrives: filtered for a terminal, byte for byte into a pipe.
 *
 * The last line is always ended, so that a prompt or a message starts on its own. A printer that holds
 * back prints all at the end, so that what was void by then is never printed.
 */
export class AnswerPrinter {
  readonly #output: Output;
  readonly #holdsBack: boolean;
  #filter = new ControlFilter();
  #held = '';
  #lineIsOpen = false;

  constructor(output: Output, { holdsBack = false } = {}) {
    this.#output = output;
    this.#holdsBack = holdsBack;
  }

  /** Whether what was handed to it so far can be seen. */
  get shows(): boolean {
    return !this.#holdsBack;
  }

  /** What ends the line of the answer on a screen that others write to as well; they must print it. */
  leaveLine(): '\n' | '' {
    const open = this.#lineIsOpen;
    this.#lineIsOpen = false;
    return open ? '\n' : '';
  }

  async print(text: string): Promise<void> {
    if (this.#holdsBack) this.#held += text;
    else await this.#write(text);
  }

  /** What was printed so far is void: forgets what is held, and ends the line of what was shown. */
  async startOver(): Promise<void> {
    this.#held = '';
    this.#filter = new ControlFilter();
    await this.#endLine();
  }

  /** Prints what is held, and ends the line. */
  async end(): Promise<void> {
    const held = this.#held;
    this.#held = '';
    await this.#write(held);
    await this.#endLine();
  }

  async #write(text: string): Promise<void> {
    const shown = this.#output.isTerminal ? this.#filter.push(text) : text;
    if (shown === '') return;
    this.#lineIsOpen = !shown.endsWith('\n');
    await this.#output.write(shown);
  }

  async #endLine(): Promise<void> {
    if (!this.#lineIsOpen) return;
    this.#lineIsOpen = false;
    await this.#output.write('\n');
  }
}
