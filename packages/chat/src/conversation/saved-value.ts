import { ChatError } from '@farebox/core';

/** A part of a saved conversation, and where it is: every error names the path, and none says what is there. */
export class SavedValue {
  readonly #value: unknown;
  readonly path: string;

  constructor(value: unknown, path: string) {
    this.#value = value;
    this.path = path;
  }

  /** A field of an object; only its own, so that nothing comes from a prototype. */
  field(name: string): SavedValue {
    const path = this.path === '' ? name : `${this.path}.${name}`;
    const fields = this.object();
    return new SavedValue(Object.hasOwn(fields, name) ? fields[name] : undefined, path);
  }

  get isMissing(): boolean {
    return this.#value === undefined;
  }

  get isText(): boolean {
    return typeof this.#value === 'string';
  }

  object(): Readonly<Record<string, unknown>> {
    const value = this.#value;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
    throw this.wrong('is no object');
  }

  list(): SavedValue[] {
    if (!Array.isArray(this.#value)) throw this.wrong('is no list');
    return this.#value.map((item, index) => new SavedValue(item, `${this.path}[${index}]`));
  }

  text(): string {
    if (typeof this.#value !== 'string') throw this.wrong('is no text');
    return this.#value;
  }

  oneOf<Name extends string>(...names: readonly Name[]): Name {
    const found = names.find((name) => name === this.#value);
    if (found === undefined) throw this.wrong(`is none of ${names.join(', ')}`);
    return found;
  }

  /** A whole number from 0. */
  count(): number {
    if (!Number.isSafeInteger(this.#value) || Number(this.#value) < 0) {
      throw this.wrong('is no whole number from 0');
    }
    return Number(this.#value);
  }

  /** Picodollars in decimal digits. */
  amount(): bigint {
    const digits = this.text();
    if (!/^\d{1,40}$/.test(digits)) throw this.wrong('is no amount in picodollars, such as "1500"');
    return BigInt(digits);
  }

  optional<Result>(read: (value: SavedValue) => Result): Result | undefined {
    return this.isMissing ? undefined : read(this);
  }

  wrong(what: string): ChatError {
    return new ChatError({
      kind: 'configuration',
      code: 'saved-conversation',
      message: `The saved conversation cannot be read: ${this.path || 'it'} ${this.isMissing ? 'is missing' : what}.`,
      fix: 'Give what conversation.toJSON() returned, unchanged.',
    });
  }
}
