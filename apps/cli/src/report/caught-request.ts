/** A request as it would have left, without its secrets. */
export interface CaughtRequestFacts {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly sendsKey: boolean;
  /** As it was written, and read again. */
  readonly body: unknown;
}

/** Catches the request of a client instead of sending it. */
export class CaughtRequest {
  facts: CaughtRequestFacts | undefined;

  readonly fetch: typeof globalThis.fetch = (input, init) => {
    const all = [...new Headers(init?.headers)];
    this.facts = {
      url: String(input),
      headers: Object.fromEntries(all.map(([name, value]) => [name, shown(name, value)])),
      sendsKey: all.some(([name]) => isSecret(name)),
      body: JSON.parse(String(init?.body)),
    };
    return Promise.reject(new TypeError('This request is not sent.'));
  };
}

function isSecret(name: string): boolean {
  return /key|token|secret|auth|cookie/i.test(name);
}

function shown(name: string, value: string): string {
  if (!isSecret(name)) return value;
  return /^Bearer /i.test(value) ? 'Bearer (your key)' : '(your key)';
}
