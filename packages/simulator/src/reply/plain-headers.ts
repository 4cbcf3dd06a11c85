/** Headers without the platform's class: names in any case, one value for each. */
export class PlainHeaders implements Pick<Headers, 'get' | 'set'> {
  readonly #fields = new Map<string, string>();

  constructor(fields: Readonly<Record<string, string>>) {
    for (const [name, value] of Object.entries(fields)) this.set(name, value);
  }

  get(name: string): string | null {
    return this.#fields.get(name.toLowerCase()) ?? null;
  }

  set(name: string, value: string): void {
    this.#fields.set(name.toLowerCase(), value);
  }

  [Symbol.iterator](): Iterator<[string, string]> {
    return this.#fields.entries();
  }
}
