/** Headers without the platform's class: names in any case, and values without the blanks around them. */
export class PlainHeaders implements Pick<Headers, 'get' | 'set'> {
  readonly #fields = new Map<string, string>();

  constructor(fields: Readonly<Record<string, string>>) {
    for (const [name, value] of Object.entries(fields)) {
      const before = this.get(name);
      this.set(name, before === null ? value : `${before}, ${value.trim()}`);
    }
  }

  get(name: string): string | null {
    return this.#fields.get(name.toLowerCase()) ?? null;
  }

  set(name: string, value: string): void {
    this.#fields.set(name.toLowerCase(), value.trim());
  }

  [Symbol.iterator](): Iterator<[string, string]> {
    return this.#fields.entries();
  }
}
