/** A part of a regular expression, as far as values can be written for it. */
export type Pattern =
  | { readonly kind: 'one'; readonly test: (character: string) => boolean; readonly sample: string }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Pattern[] }
  | {
      readonly kind: 'repeat';
      readonly part: Pattern;
      readonly minimum: number;
      readonly maximum: number;
    }
  | { readonly kind: 'look'; readonly part: Pattern; readonly wanted: boolean }
  | { readonly kind: 'start' | 'end' };

/** No expression is read beyond this: work grows with it. */
const maximumCharacters = 2_000;
const maximumDepth = 20;

/**
 * Reads a regular expression of the simple kind; `undefined` for any other.
 *
 * Known: characters, classes, `\d \w \s` and their opposites, groups, alternatives, the quantifiers,
 * `^`, `$` and lookaheads. Not known: back references, lookbehinds, `\b`, `\p{…}`, flags.
 */
export function parsePattern(source: string): Pattern | undefined {
  if (source.length > maximumCharacters) return undefined;
  const reader = new Reader(source);
  try {
    const pattern = reader.choice(0);
    return reader.done ? pattern : undefined;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

class Unreadable extends Error {}

class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  get done(): boolean {
    return this.#at >= this.#source.length;
  }

  choice(depth: number): Pattern {
    if (depth > maximumDepth) throw new Unreadable();
    const parts = [this.#sequence(depth)];
    while (this.#take('|')) parts.push(this.#sequence(depth));
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'choice', parts };
  }

  #sequence(depth: number): Pattern {
    const parts: Pattern[] = [];
    while (!this.done && this.#peek() !== '|' && this.#peek() !== ')') {
      parts.push(this.#quantified(this.#atom(depth)));
    }
    return { kind: 'sequence', parts };
  }

  #atom(depth: number): Pattern {
    const character = this.#next();
    switch (character) {
      case '^':
        return { kind: 'start' };
      case '$':
        return { kind: 'end' };
      case '.':
        return one((other) => !/[\n\r\u2028\u2029]/.test(other), 'a');
      case '[':
        return this.#class();
      case '(':
        return this.#group(depth);
      case '\\':
        return this.#escape(this.#next());
      case '*':
      case '+':
      case '?':
      case '{':
        throw new Unreadable();
      default:
        return literal(character);
    }
  }

  #group(depth: number): Pattern {
    const look = this.#take('?=') ? true : this.#take('?!') ? false : undefined;
    if (look === undefined && this.#take('?') && !this.#take(':')) throw new Unreadable();
    const part = this.choice(depth + 1);
    if (!this.#take(')')) throw new Unreadable();
    return look === undefined ? part : { kind: 'look', part, wanted: look };
  }

  #quantified(part: Pattern): Pattern {
    const bounds = this.#bounds();
    if (bounds === undefined) return part;
    if (part.kind === 'look' || part.kind === 'start' || part.kind === 'end')
      throw new Unreadable();
    this.#take('?');
    if (bounds.minimum > 1_000) throw new Unreadable();
    return { kind: 'repeat', part, ...bounds };
  }

  #bounds(): { minimum: number; maximum: number } | undefined {
    const unbounded = Number.POSITIVE_INFINITY;
    if (this.#take('*')) return { minimum: 0, maximum: unbounded };
    if (this.#take('+')) return { minimum: 1, maximum: unbounded };
    if (this.#take('?')) return { minimum: 0, maximum: 1 };
    const [text, minimum, comma, maximum] =
      /^\{(\d{1,9})(,?)(\d{0,9})\}/.exec(this.#source.slice(this.#at, this.#at + 24)) ?? [];
    if (text === undefined || minimum === undefined) return undefined;
    this.#at += text.length;
    const least = Number(minimum);
    if (comma === '') return { minimum: least, maximum: least };
    return { minimum: least, maximum: maximum ? Number(maximum) : unbounded };
  }

  #class(): Pattern {
    const negated = this.#take('^');
    const members: Pattern[] = [];
    while (!this.#take(']')) members.push(this.#member());
    const tests = members.map((member) => (member.kind === 'one' ? member.test : () => false));
    const test = (character: string) => tests.some((accepts) => accepts(character)) !== negated;
    const samples = members.map((member) => (member.kind === 'one' ? member.sample : ''));
    const sample = [...samples, ...'aA0_- .!éz'].find((character) => character && test(character));
    if (sample === undefined) throw new Unreadable();
    return one(test, sample);
  }

  #member(): Pattern {
    const first = this.#single();
    const isRange = this.#peek() === '-' && this.#source[this.#at + 1] !== ']';
    if (!isRange || typeof first !== 'string')
      return typeof first === 'string' ? literal(first) : first;
    this.#take('-');
    const last = this.#single();
    if (typeof last !== 'string' || last < first) throw new Unreadable();
    const sample = first <= 'a' && 'a' <= last ? 'a' : first;
    return one((character) => first <= character && character <= last, sample);
  }

  #single(): string | Pattern {
    const character = this.#next();
    if (character !== '\\') return character;
    const escaped = this.#next();
    if (escaped === 'b') return '\b';
    const pattern = this.#escape(escaped);
    return pattern.kind === 'one' && !'dDwWsS'.includes(escaped) ? pattern.sample : pattern;
  }

  #escape(character: string): Pattern {
    const kind = classes[character];
    if (kind !== undefined) return kind;
    const control = controls[character];
    if (control !== undefined) return literal(control);
    const digits = character === 'x' ? 2 : character === 'u' ? 4 : 0;
    if (digits > 0) {
      const code = this.#source.slice(this.#at, this.#at + digits);
      if (!/^[\da-f]+$/i.test(code) || code.length < digits) throw new Unreadable();
      this.#at += digits;
      return literal(String.fromCharCode(Number.parseInt(code, 16)));
    }
    if (/[\w]/.test(character)) throw new Unreadable();
    return literal(character);
  }

  #peek(): string {
    return this.#source[this.#at] ?? '';
  }

  #next(): string {
    const character = this.#source[this.#at];
    if (character === undefined) throw new Unreadable();
    this.#at += 1;
    return character;
  }

  #take(text: string): boolean {
    if (!this.#source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }
}

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v' };

const classes: Readonly<Record<string, Pattern>> = {
  d: one((character) => /\d/.test(character), '4'),
  D: one((character) => /\D/.test(character), 'a'),
  w: one((character) => /\w/.test(character), 'a'),
  W: one((character) => /\W/.test(character), '-'),
  s: one((character) => /\s/.test(character), ' '),
  S: one((character) => /\S/.test(character), 'a'),
};

function one(test: (character: string) => boolean, sample: string): Pattern {
  return { kind: 'one', test, sample };
}

function literal(character: string): Pattern {
  return one((other) => other === character, character);
}
