import {
  type ChatCompletionChunk,
  ChatError,
  isChatError,
  type StreamEnd,
  type Watcher,
} from '@farebox/core';

/** The watchers of one stream, kept apart by what they listen to, so that a block costs little. */
export class WatcherList {
  readonly #reading: Watcher[] = [];
  readonly #arrived: Watcher[] = [];
  readonly #chunk: Watcher[] = [];
  readonly #all: Watcher[] = [];

  add(watcher: Watcher): void {
    this.#all.push(watcher);
    if (watcher.reading) this.#reading.push(watcher);
    if (watcher.arrived) this.#arrived.push(watcher);
    if (watcher.chunk) this.#chunk.push(watcher);
  }

  get wantChunks(): boolean {
    return this.#chunk.length > 0;
  }

  reading(): void {
    for (const watcher of this.#reading) watcher.reading?.();
  }

  arrived(): void {
    for (const watcher of this.#arrived) watcher.arrived?.();
  }

  chunk(chunk: ChatCompletionChunk): void {
    for (const watcher of this.#chunk) watcher.chunk?.(chunk);
  }

  left(end: StreamEnd): void {
    for (const watcher of this.#all) watcher.left?.(end);
  }

  /** Tells all of them, waits for all of them, and returns what the first one to fail failed with. */
  async end(end: StreamEnd): Promise<ChatError | undefined> {
    const failures = await Promise.all(this.#all.map((watcher) => tellEnd(watcher, end)));
    return failures.find((failure) => failure !== undefined);
  }
}

/** Tells one watcher of the end; a failure is returned, so that the others still hear. */
export async function tellEnd(watcher: Watcher, end: StreamEnd): Promise<ChatError | undefined> {
  try {
    await watcher.end?.(end);
    return undefined;
  } catch (cause) {
    if (isChatError(cause)) return cause;
    return new ChatError({
      kind: 'store',
      code: 'watcher',
      message: 'A watcher of the stream failed at its end.',
      cause,
    });
  }
}
