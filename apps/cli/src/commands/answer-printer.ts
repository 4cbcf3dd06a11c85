import type { Output } from '../io/io.js';
import { ControlFilter } from '../terminal/control-filter.js';

/**
 * Prints an answer as it arrives: filtered for a terminal, byte for byte into a pipe.
 *
 * The last line is always ended, so that a prompt or a message starts on its own.
 */
export class AnswerPrinter {
  readonly #output: Output;
  readonly #filter = new ControlFilter();
  #lineIsOpen = false;

  constructor(output: Output) {
    this.#output = output;
  }

  async print(text: string): Promise<void> {
    const shown = this.#output.isTerminal ? this.#filter.push(text) : text;
    if (shown === '') return;
    this.#lineIsOpen = !shown.endsWith('\n');
    await this.#output.write(shown);
  }

  async endLine(): Promise<void> {
    if (!this.#lineIsOpen) return;
    this.#lineIsOpen = false;
    await this.#output.write('\n');
  }
}
