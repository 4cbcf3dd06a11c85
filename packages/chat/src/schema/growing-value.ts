type Container = unknown[] | Record<string, unknown>;

/** An array or object that is not closed yet. */
interface Frame {
  /** What is finished of it. */
  readonly container: Container;
  /** Where its next value goes. */
  key: string | number;
  /** How many values it has. */
  width: number;
}

/** An object with what is finished of it, and the arrays and objects inside that are still open. */
export class GrowingValue {
  readonly #frames: Frame[] = [];
  #root: Container | undefined;
  #width = 0;

  /** How many arrays and objects are open. */
  get depth(): number {
    return this.#frames.length;
  }

  /** Values in what is open: what a copy costs. */
  get width(): number {
    return this.#width;
  }

  get isInArray(): boolean {
    return Array.isArray(this.#frames.at(-1)?.container);
  }

  /** The keys and places down to the next value. */
  get path(): (string | number)[] {
    return this.#frames.map(({ key }) => key);
  }

  open(container: Container): void {
    this.#root ??= container;
    this.#frames.push({ container, key: 0, width: 0 });
  }

  /** The next value's key, in an object. */
  name(key: string): void {
    const frame = this.#frames.at(-1);
    if (frame !== undefined) frame.key = key;
  }

  add(value: unknown): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) return;
    put(frame.container, frame.key, value);
    if (typeof frame.key === 'number') frame.key++;
    frame.width++;
    this.#width++;
  }

  /** Returns whether it was the outermost. */
  close(): boolean {
    const closed = this.#frames.pop();
    if (closed === undefined || this.#frames.length === 0) return true;
    this.#width -= closed.width;
    this.add(closed.container);
    return false;
  }

  /** All of it with a last value that is not finished. What is open is copied, the rest shared. */
  copy(unfinished: { readonly value: unknown } | undefined): Record<string, unknown> | undefined {
    let inner = unfinished;
    for (const { container, key } of this.#frames.toReversed()) {
      const copied: Container = Array.isArray(container) ? [...container] : { ...container };
      if (inner !== undefined) put(copied, key, inner.value);
      inner = { value: copied };
    }
    return (inner === undefined ? this.#root : inner.value) as Record<string, unknown> | undefined;
  }
}

/** As an own property, whatever its name: assigned, `__proto__` would become the prototype. */
function put(container: Container, key: string | number, value: unknown): void {
  if (key === '__proto__') {
    const writable = { value, writable: true, enumerable: true, configurable: true };
    Object.defineProperty(container, key, writable);
  } else (container as Record<string | number, unknown>)[key] = value;
}
