/**
 * A reply that is one JSON document: it comes out as a single event once it has ended.
 *
 * The same shape as the splitter of an event stream, so that a JSON reply takes the same way.
 */
export class JsonBody {
  data = '';
  readonly name = undefined;
  readonly raw = '';
  readonly content = '';
  readonly varied = '';
  readonly #parts: string[] = [];
  #state: 'reading' | 'whole' | 'taken' = 'reading';

  feed(block: string): void {
    this.#parts.push(block);
  }

  end(): void {
    this.#state = 'whole';
  }

  next(): boolean {
    if (this.#state !== 'whole') return false;
    this.#state = 'taken';
    this.data = this.#parts.join('');
    return true;
  }

  nextInFrame(): boolean {
    return false;
  }
}
