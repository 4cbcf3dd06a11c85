/**
 * Lets bytes through as they are, unless the key is among them.
 *
 * A server that repeats the headers it was sent, as gateways do on their error pages, would else hand the key to the
 * page. What could be the key's beginning waits for the next block.
 */
export class KeyFilter {
  readonly #key: Buffer | undefined;
  #held: Buffer = Buffer.alloc(0);

  /** @param key one of fewer than 8 characters protects nothing, and would be found everywhere. */
  constructor(key: string | undefined) {
    this.#key = key === undefined || key.length < 8 ? undefined : Buffer.from(key);
  }

  /** What may be passed on now; undefined where the key is in it. */
  push(block: Uint8Array): Uint8Array | undefined {
    if (this.#key === undefined) return block;
    const bytes = this.#held.length === 0 ? Buffer.from(block) : Buffer.concat([this.#held, block]);
    if (bytes.includes(this.#key)) return undefined;
    const whole = bytes.length - heldLength(bytes, this.#key);
    this.#held = bytes.subarray(whole);
    return bytes.subarray(0, whole);
  }

  /** What is left at the end. */
  end(): Uint8Array {
    const rest = this.#held;
    this.#held = Buffer.alloc(0);
    return rest;
  }
}

/** How many bytes at the end of `bytes` are the beginning of the key. */
function heldLength(bytes: Buffer, key: Buffer): number {
  for (let length = Math.min(bytes.length, key.length - 1); length > 0; length--) {
    if (bytes.subarray(-length).equals(key.subarray(0, length))) return length;
  }
  return 0;
}
