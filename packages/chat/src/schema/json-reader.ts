import { GrowingValue } from './growing-value.js';

/** Arrays and objects inside each other; as many as one event of a stream may have. */
const maxDepth = 256;

/** How many characters of text pay for the copy of one value. */
const copiesPerCharacter = 16;

type State =
  | 'start'
  | 'first-key'
  | 'key'
  | 'colon'
  | 'first-item'
  | 'value'
  | 'after-value'
  | 'string'
  | 'escape'
  | 'unicode'
  | 'scalar'
  | 'done'
  | 'broken';

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const words = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
]);
const numeral = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

export interface JsonReaderOptions {
  /** Whether a `null` at this place stands for nothing at all, and is left out. */
  readonly isAbsent?: ((path: readonly (string | number)[]) => boolean) | undefined;
}

/**
 * Reads one JSON object as its text arrives, each character once.
 *
 * What there is of it can be had at any time: strings as far as they have come, numbers and words once they are
 * finished, keys once they have a value. It takes what `JSON.parse` takes, up to 256 levels.
 */
export class JsonReader {
  readonly #isAbsent: JsonReaderOptions['isAbsent'];
  readonly #value = new GrowingValue();
  #state: State = 'start';
  /** What has come of the string, key, word or number that is being read. */
  #token = '';
  #isKey = false;
  #hexDigits = '';
  #hasKey = false;
  #hasGrown = false;
  #unpaid = 0;

  constructor({ isAbsent }: JsonReaderOptions = {}) {
    this.#isAbsent = isAbsent;
  }

  /** `done`: the object is whole. `broken`: what came is no JSON. */
  get state(): 'open' | 'done' | 'broken' {
    return this.#state === 'done' || this.#state === 'broken' ? this.#state : 'open';
  }

  /** Whether there was a key: a brace alone is found in many a text. */
  get hasKey(): boolean {
    return this.#hasKey;
  }

  /** Reads from an offset to the end of the object, or of the text; returns where it stopped. */
  push(text: string, from = 0): number {
    let at = from;
    while (at < text.length && this.state === 'open') {
      if (this.#state === 'string') at = this.#readString(text, at);
      else if (this.#read(text.charAt(at))) at++;
    }
    this.#unpaid += at - from;
    return at;
  }

  /**
   * A copy of what there is, where it has grown since the last one; undefined otherwise.
   *
   * Finished parts are shared between copies. The next one is put off until as much text has come as pays for it, so
   * all copies together cost no more than a constant times the text.
   */
  grown(): Record<string, unknown> | undefined {
    if (!this.#hasGrown) return undefined;
    if (this.#state !== 'done' && this.#unpaid * copiesPerCharacter < this.#value.width)
      return undefined;
    this.#hasGrown = false;
    this.#unpaid = 0;
    return this.value();
  }

  /** What there is; the whole once it is `done`. Undefined before it begins. */
  value(): Record<string, unknown> | undefined {
    const isGrowing = this.#isInString() && !this.#isKey;
    return this.#value.copy(isGrowing ? { value: withoutHalf(this.#token) } : undefined);
  }

  #isInString(): boolean {
    return this.#state === 'string' || this.#state === 'escape' || this.#state === 'unicode';
  }

  /** Up to the closing quote, a backslash or the end of the text. */
  #readString(text: string, from: number): number {
    let at = from;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (code === 0x22 || code === 0x5c || code < 0x20) break;
      at++;
    }
    this.#append(text.slice(from, at));
    if (at === text.length) return at;
    const character = text.charAt(at);
    if (character === '"') this.#endString();
    else this.#state = character === '\\' ? 'escape' : 'broken';
    return at + 1;
  }

  #append(part: string): void {
    this.#token += part;
    if (!this.#isKey && part !== '') this.#hasGrown = true;
  }

  #endString(): void {
    if (this.#isKey) {
      this.#value.name(this.#token);
      this.#state = 'colon';
    } else this.#add(this.#token);
  }

  /** Returns whether the character was used up: what ends a number is not part of it. */
  #read(character: string): boolean {
    switch (this.#state) {
      case 'escape':
        return this.#readEscape(character);
      case 'unicode':
        return this.#readHexDigit(character);
      case 'scalar':
        if (/[-+.\w]/.test(character)) {
          this.#token += character;
          return true;
        }
        this.#endScalar();
        return false;
      default:
        return (this.#state !== 'start' && isSpace(character)) || this.#readMark(character);
    }
  }

  /** A character of the structure, or the first one of a value. */
  #readMark(character: string): true {
    const isArray = this.#value.isInArray;
    switch (this.#state) {
      case 'start':
        return character === '{' ? this.#open({}) : this.#break();
      case 'first-key':
        if (character === '}') return this.#close();
        return character === '"' ? this.#beginString(true) : this.#break();
      case 'key':
        return character === '"' ? this.#beginString(true) : this.#break();
      case 'colon':
        if (character !== ':') return this.#break();
        this.#hasKey = true;
        this.#state = 'value';
        return true;
      case 'after-value':
        if (character === (isArray ? ']' : '}')) return this.#close();
        if (character !== ',') return this.#break();
        this.#state = isArray ? 'value' : 'key';
        return true;
      case 'first-item':
        return character === ']' ? this.#close() : this.#beginValue(character);
      default:
        return this.#beginValue(character);
    }
  }

  #beginValue(character: string): true {
    if (character === '"') return this.#beginString(false);
    if (character === '{') return this.#open({});
    if (character === '[') return this.#open([]);
    if (!/[-\dtfn]/.test(character)) return this.#break();
    this.#token = character;
    this.#state = 'scalar';
    return true;
  }

  #beginString(isKey: boolean): true {
    this.#token = '';
    this.#isKey = isKey;
    this.#state = 'string';
    if (!isKey) this.#hasGrown = true;
    return true;
  }

  #readEscape(character: string): true {
    if (character === 'u') {
      this.#hexDigits = '';
      this.#state = 'unicode';
      return true;
    }
    const meant = Object.hasOwn(escapes, character) ? escapes[character] : undefined;
    if (meant === undefined) return this.#break();
    this.#append(meant);
    this.#state = 'string';
    return true;
  }

  #readHexDigit(character: string): true {
    if (!/[\dA-Fa-f]/.test(character)) return this.#break();
    this.#hexDigits += character;
    if (this.#hexDigits.length < 4) return true;
    this.#append(String.fromCharCode(Number.parseInt(this.#hexDigits, 16)));
    this.#state = 'string';
    return true;
  }

  #endScalar(): void {
    const token = this.#token;
    if (words.has(token)) {
      if (token === 'null' && this.#isLeftOut()) this.#state = 'after-value';
      else this.#add(words.get(token));
    } else if (numeral.test(token)) this.#add(Number(token));
    else this.#break();
  }

  #isLeftOut(): boolean {
    return !this.#value.isInArray && (this.#isAbsent?.(this.#value.path) ?? false);
  }

  #open(container: unknown[] | Record<string, unknown>): true {
    if (this.#value.depth === maxDepth) return this.#break();
    this.#value.open(container);
    this.#state = Array.isArray(container) ? 'first-item' : 'first-key';
    this.#hasGrown = true;
    return true;
  }

  #close(): true {
    this.#state = this.#value.close() ? 'done' : 'after-value';
    return true;
  }

  /** A value is whole. */
  #add(value: unknown): void {
    this.#value.add(value);
    this.#hasGrown = true;
    this.#state = 'after-value';
  }

  #break(): true {
    this.#state = 'broken';
    return true;
  }
}

/** Without the first half of a character whose second one has not come. */
function withoutHalf(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text;
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\t' || character === '\r';
}
