import type { Output } from '../io/io.js';
import type { Appearance } from '../terminal/appearance.js';
import { ControlFilter } from '../terminal/control-filter.js';
import type { MarkdownStream } from '../terminal/markdown/markdown-stream.js';
import { withoutDirections } from '../terminal/printable.js';
import { extractCode } from './extract-code.js';

export interface AnswerPrinterOptions {
  /** Prints all at the end, so that what was void by then is never printed. */
  readonly holdsBack?: boolean;
  /** Prints at the end, and only what is in this block of code. */
  readonly extract?: 'first' | 'last' | undefined;
  /** Default: the text as it is. */
  readonly appearance?: Appearance;
}

/**
 * Prints an answer as it arrives: rendered and filtered for a terminal, byte for byte into a pipe.
 *
 * The last line is always ended, so that a prompt or a message starts on its own. What renders Markdown is loaded by
 * `load`, or with the first text.
 */
export class AnswerPrinter {
  readonly #output: Output;
  readonly #options: AnswerPrinterOptions;
  #filter = new ControlFilter();
  #markdown: MarkdownStream | undefined;
  #held = '';
  #lineIsOpen = false;

  constructor(output: Output, options: AnswerPrinterOptions = {}) {
    this.#output = output;
    this.#options = options;
  }

  /** Whether what was handed to it so far can be seen. */
  get shows(): boolean {
    const { holdsBack, extract } = this.#options;
    return holdsBack !== true && extract === undefined;
  }

  /** Whether the last line has text and no end, and a free column behind it: nothing else is known to be there. */
  get lineIsOpen(): boolean {
    return this.#markdown === undefined ? this.#lineIsOpen : this.#markdown.lineIsOpen;
  }

  /** What ends the line of the answer on a screen that others write to as well; they must print it. */
  leaveLine(): '\n' | '' {
    if (this.#markdown !== undefined) return this.#markdown.leave();
    const open = this.#lineIsOpen;
    this.#lineIsOpen = false;
    return open ? '\n' : '';
  }

  /** Loads what it prints with; awaiting it is not needed. */
  async load(): Promise<void> {
    const { appearance, extract } = this.#options;
    if (this.#markdown !== undefined || !appearance?.markdown || extract !== undefined) return;
    const { MarkdownStream } = await import('../terminal/markdown/markdown-stream.js');
    const { moves, styled } = appearance;
    this.#markdown ??= new MarkdownStream({
      moves,
      styled,
      // 0 is what some terminals say that do not know.
      size: () => ({ columns: this.#output.columns || 80, rows: this.#output.rows || 24 }),
      loadHighlight: async () => (await import('../terminal/markdown/highlight.js')).highlight,
    });
  }

  async print(text: string): Promise<void> {
    if (this.shows) await this.#write(text);
    else this.#held += text;
  }

  /** What was printed so far is void: forgets what is held, and ends the line of what was shown. */
  async startOver(): Promise<void> {
    this.#held = '';
    this.#filter = new ControlFilter();
    await this.#endLine();
  }

  /**
   * Prints what is held, and ends the line.
   *
   * @param isWhole whether the answer came to its end. Of one that did not, only a block of code that is closed is
   * extracted.
   * @returns false when there was no block of code to extract: of a whole answer all is printed then.
   */
  async end(isWhole = true): Promise<boolean> {
    const held = this.#held;
    this.#held = '';
    const { extract } = this.#options;
    const code = extract === undefined ? undefined : extractCode(held, extract, isWhole);
    const isMissing = extract !== undefined && code === undefined;
    if (!isMissing || isWhole) await this.#write(code ?? held);
    await this.#endLine();
    return !isMissing;
  }

  async #write(text: string): Promise<void> {
    if (text === '') return;
    await this.load();
    const { isTerminal } = this.#output;
    const isFiltered = isTerminal || this.#markdown !== undefined;
    const shown = isFiltered ? withoutDirections(this.#filter.push(text)) : text;
    if (this.#markdown !== undefined) return this.#send(await this.#markdown.push(shown));
    if (shown !== '') this.#lineIsOpen = !shown.endsWith('\n');
    await this.#send(shown);
  }

  async #endLine(): Promise<void> {
    if (this.#markdown !== undefined) return this.#send(await this.#markdown.end());
    if (!this.#lineIsOpen) return;
    this.#lineIsOpen = false;
    await this.#send('\n');
  }

  async #send(text: string): Promise<void> {
    if (text !== '') await this.#output.write(text);
  }
}
