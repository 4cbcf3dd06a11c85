const fence = '"""';

/**
 * Messages out of lines: a line is one, unless it ends with a backslash, or begins with three double quotes; then it goes
 * on until a line without a backslash, or one that ends with three double quotes.
 *
 * Two backslashes at the end are one, and the end of the message.
 */
export class MessageReader {
  readonly #lines: string[] = [];
  #isFenced = false;

  /** Whether a message has begun and is not whole. */
  get isOpen(): boolean {
    return this.#isFenced || this.#lines.length > 0;
  }

  /** The message, once it is whole. */
  push(line: string): string | undefined {
    if (this.#isFenced) return this.#inFence(line);
    if (this.#lines.length === 0 && line.trimStart().startsWith(fence)) {
      this.#isFenced = true;
      return this.#inFence(line.trimStart().slice(fence.length));
    }
    if (line.endsWith('\\') && !line.endsWith('\\\\')) {
      this.#lines.push(line.slice(0, -1));
      return undefined;
    }
    this.#lines.push(line.endsWith('\\\\') ? line.slice(0, -1) : line);
    return this.end();
  }

  /** What there is of it: no more lines come. */
  end(): string {
    const message = this.#lines.join('\n');
    this.#lines.length = 0;
    this.#isFenced = false;
    return message;
  }

  #inFence(line: string): string | undefined {
    const isLast = line.trimEnd().endsWith(fence);
    const text = isLast ? line.trimEnd().slice(0, -fence.length) : line;
    // The quotes may have lines of their own.
    if (text !== '' || (!isLast && this.#lines.length > 0)) this.#lines.push(text);
    return isLast ? this.end() : undefined;
  }
}
