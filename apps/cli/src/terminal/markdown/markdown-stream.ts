import type { Token } from 'marked';
import { LiveLines, type LiveLinesOptions } from '../live-lines.js';
import { type Line, painted, span } from '../styled-line.js';
import { blocksLines, codeFoot, codeHead, endsApart } from './blocks.js';
import { closesFence, codeLine, type OpenFence, openedFence } from './code-fence.js';
import { healed, innermostLast } from './heal.js';
import { lex } from './lexer.js';

export type Highlight = (language: string, code: string) => readonly Line[];

export interface MarkdownOptions extends LiveLinesOptions {
  /** Loads what colours code, with the first code that comes. Default: code has no colours. */
  readonly loadHighlight?: (() => Promise<Highlight>) | undefined;
}

/** Longer lines are hard to read. */
const widestText = 110;

/** What code is coloured with: what begins further up, a comment for instance, is not seen. */
const contextLines = 100;

/**
 * Renders Markdown while it arrives. It takes text without control characters and gives what to write.
 *
 * A block that is over is printed once. The block that is still open is healed (what is begun is closed) and
 * drawn again where it has changed; lines of code are printed as they end. However the text is cut into pieces,
 * the screen is the same at the end, as long as the open block is not higher than the screen.
 */
export class MarkdownStream {
  readonly #options: MarkdownOptions;
  readonly #lines: LiveLines;
  #highlight: Highlight | undefined;
  /** What belongs to no finished block. */
  #open = '';
  #drawnLength = 0;
  #fence: OpenFence | undefined;
  #code: string[] = [];
  #isFirst = true;
  #isApart = false;

  constructor(options: MarkdownOptions) {
    this.#options = options;
    this.#lines = new LiveLines(options);
  }

  /** Whether the last line has text and no end. */
  get lineIsOpen(): boolean {
    return this.#lines.lineIsOpen;
  }

  async push(text: string): Promise<string> {
    this.#open += text;
    if (text.includes('\n')) return this.#finishBlocks();
    return this.#fence === undefined ? this.#draw([]) : '';
  }

  /** Ends the line, because somebody else writes below. */
  leave(): '\n' | '' {
    return this.#lines.leave();
  }

  /** Prints what is open as it is: nothing comes after it. The next text is one of its own. */
  async end(): Promise<string> {
    if (this.#open !== '' && !this.#open.endsWith('\n')) this.#open += '\n';
    let text = await this.#finishBlocks();
    if (this.#fence !== undefined) text += this.#closeCode();
    text += this.#lines.show(this.#finish(lex(this.#open)), []);
    this.#open = '';
    this.#isFirst = true;
    this.#isApart = false;
    return text;
  }

  /** Prints the blocks that are over, as far as lines are whole, and what is open. */
  async #finishBlocks(): Promise<string> {
    if (this.#highlight === undefined && this.#options.styled && /```|~~~/.test(this.#open)) {
      this.#highlight = await this.#options.loadHighlight?.();
    }
    let text = '';
    for (;;) {
      if (this.#fence !== undefined) {
        text += this.#printCode(this.#fence);
        if (this.#fence !== undefined) return text;
      }
      const { finished, fence } = this.#takeUpToCode();
      if (fence === undefined) return text + this.#draw(finished);
      text += this.#lines.show(finished, []) + this.#openCode(fence);
    }
  }

  /** Takes what is over from the open text, up to the next code, and lays it out. */
  #takeUpToCode(): { readonly finished: readonly Line[]; readonly fence: OpenFence | undefined } {
    const whole = this.#open.slice(0, this.#open.lastIndexOf('\n') + 1);
    const tokens = lex(whole);
    const lastIndex = tokens.findLastIndex(({ type }) => type !== 'space');
    const finished: Token[] = [];
    let taken = 0;
    let fence: OpenFence | undefined;
    for (const [index, token] of tokens.entries()) {
      const line = firstLine(token.raw);
      fence = token.type === 'code' ? openedFence(line) : undefined;
      if (fence !== undefined) taken += line.length + 1;
      if (fence !== undefined || index >= lastIndex) break;
      finished.push(token);
      taken += token.raw.length;
    }
    this.#open = this.#open.slice(taken);
    this.#drawnLength = 0;
    return { finished: this.#finish(finished), fence };
  }

  #openCode(fence: OpenFence): string {
    const gap = this.#gap() ? '\n' : '';
    this.#isFirst = false;
    this.#isApart = false;
    this.#fence = fence;
    this.#code = [];
    return `${gap}${painted(codeHead(fence.language), this.#options.styled)}\n`;
  }

  #printCode(fence: OpenFence): string {
    const added: string[] = [];
    let isClosed = false;
    let taken = 0;
    for (let end = this.#open.indexOf('\n'); end !== -1; end = this.#open.indexOf('\n', taken)) {
      const line = this.#open.slice(taken, end);
      taken = end + 1;
      isClosed = closesFence(line, fence);
      if (isClosed) break;
      added.push(codeLine(line, fence).replaceAll('\t', '    '));
    }
    this.#open = this.#open.slice(taken);
    const text = this.#codeText(added, fence.language);
    return isClosed ? text + this.#closeCode() : text;
  }

  #codeText(added: readonly string[], language: string): string {
    if (added.length === 0) return '';
    this.#code.push(...added);
    const context = this.#code.slice(-contextLines - added.length).join('\n');
    const lines = this.#highlight?.(language, context) ?? added.map((line) => [span(line)]);
    const { styled } = this.#options;
    return lines
      .slice(-added.length)
      .map((line) => `${painted(line, styled)}\n`)
      .join('');
  }

  #closeCode(): string {
    this.#fence = undefined;
    this.#code = [];
    // One more line end where the text had one; then a blank line follows.
    this.#isApart = this.#open.startsWith('\n');
    return `${painted(codeFoot, this.#options.styled)}\n`;
  }

  /** The lines of blocks that are over. */
  #finish(tokens: readonly Token[]): readonly Line[] {
    const lines: Line[] = [];
    for (const token of tokens) {
      const block = this.#layOut([token]);
      if (block.length > 0) {
        if (this.#gap()) lines.push([]);
        lines.push(...block);
        this.#isFirst = false;
        this.#isApart = false;
      }
      this.#isApart ||= endsApart(token);
    }
    return lines;
  }

  /** Draws the open block, below the lines of those that were finished just now. */
  #draw(finished: readonly Line[]): string {
    const open = this.#open;
    const grown = open.length - this.#drawnLength;
    // Laying out a long block for every token would take longer the longer it is.
    if (finished.length === 0 && grown * 200 < open.length) return '';
    this.#drawnLength = open.length;
    const tokens = healed(open);
    const isTable = innermostLast(tokens)?.type === 'table';
    const block = this.#layOut(tokens);
    const lines = block.length > 0 && this.#gap() ? [[], ...block] : block;
    // Its columns may still change, and could not above the screen: the rest is shown when it is whole.
    const isTooHigh = isTable && lines.length > this.#options.size().rows - 4;
    if (!isTooHigh) return this.#lines.show(finished, lines, !isTable);
    return finished.length > 0 ? this.#lines.show(finished, []) : '';
  }

  #layOut(tokens: readonly Token[]): readonly Line[] {
    // The last column stays free: what a terminal does once it is filled differs.
    const width = Math.max(8, Math.min(this.#options.size().columns - 1, widestText));
    const { styled } = this.#options;
    return blocksLines(tokens, width, { styled, highlight: this.#highlight });
  }

  /** Whether a blank line comes before the next block. */
  #gap(): boolean {
    return this.#isApart && !this.#isFirst;
  }
}

function firstLine(raw: string): string {
  const [line = ''] = raw.split('\n', 1);
  return line;
}
