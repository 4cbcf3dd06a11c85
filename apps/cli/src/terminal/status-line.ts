import type { Clock } from '@farebox/core';
import type { Output } from '../io/io.js';
import { displayWidth } from './display-width.js';

export interface StatusLineOptions {
  readonly output: Output;
  readonly clock: Clock;
  readonly styled: boolean;
  /** On the line of the cursor, on the one below because text stands there, or nowhere at the moment. */
  readonly place: () => 'here' | 'below' | undefined;
}

/** At most ten times a second. */
const periodMs = 100;

/**
 * One line that says what goes on, as long as it does: it is drawn, redrawn, and taken away without a trace.
 *
 * Where the cursor stands behind a text, it is on the line below, and the cursor goes back to where it was; the column
 * behind that text must be free. Whoever prints to the same screen does it by `aside`.
 */
export class StatusLine {
  readonly #options: StatusLineOptions;
  #text: (() => string) | undefined;
  #shown: { readonly text: string; readonly place: 'here' | 'below' } | undefined;
  #cancel: (() => void) | undefined;

  constructor(options: StatusLineOptions) {
    this.#options = options;
  }

  /** Shows a text, which is asked for anew each time, from `delayMs` on until it is stopped. */
  start(text: () => string, delayMs: number): void {
    this.#cancel?.();
    this.#text = text;
    const turn = () => {
      this.#erase();
      this.#draw(text());
      this.#cancel = this.#options.clock.after(periodMs, turn);
    };
    this.#cancel = this.#options.clock.after(delayMs, turn);
  }

  /** Takes it from the screen for good. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#text = undefined;
    this.#erase();
  }

  /** Takes it away, has something else printed, and shows it again. */
  async aside(print: () => Promise<void>): Promise<void> {
    const shown = this.#shown;
    this.#erase();
    // What is written to a terminal is there when the call returns; only what waits for it comes later.
    const printed = print();
    if (shown !== undefined && this.#text !== undefined) this.#draw(shown.text);
    await printed;
  }

  #erase(): void {
    if (this.#shown === undefined) return;
    void this.#options.output.write(this.#shown.place === 'below' ? '\u001b[J' : '\r\u001b[K');
    this.#shown = undefined;
  }

  #draw(whole: string): void {
    const { output, styled } = this.#options;
    const place = this.#options.place();
    if (place === undefined) return;
    const text = fitted(whole, (output.columns || 80) - 1);
    this.#shown = { text, place };
    const dim = styled ? `\u001b[2m${text}\u001b[0m` : text;
    // Down and up again makes room where the screen ends; only then is the place of the cursor kept.
    void output.write(
      place === 'below' ? `\u001bD\u001b[A\u001b7\u001b[B\r${dim}\u001b8` : `\r${dim}`,
    );
  }
}

function fitted(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let fitting = '';
  for (const character of text) {
    if (displayWidth(fitting + character) >= columns) break;
    fitting += character;
  }
  return `${fitting}…`;
}
