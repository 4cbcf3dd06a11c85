import { type ChatCompletionChunk, classifyErrorObject } from '@farebox/core';
import type { BlockReader } from './block-reader.js';
import type { Assembler } from './chunk/assembler.js';
import { type ContentFrame, learnFrame } from './chunk/content-frame.js';
import { readChunk } from './chunk/read-chunk.js';
import { EventSplitter } from './sse/event-splitter.js';

/** Turns a reply's events into chunks and assembles them on the way. */
export class EventIntake {
  /** How many events have come. */
  events = 0;
  /** Whether `[DONE]` has come: whatever follows is ignored. */
  over = false;
  readonly assembler: Assembler;
  readonly #reader: BlockReader;
  readonly #secrets: readonly string[];
  #frame: ContentFrame | undefined;
  #wantsFrame = false;

  constructor(reader: BlockReader, assembler: Assembler, secrets: readonly string[]) {
    this.#reader = reader;
    this.assembler = assembler;
    this.#secrets = secrets;
  }

  /**
   * The next chunk that has arrived whole, if there is one.
   *
   * @throws {ChatError} the error that the provider sent in its place, or `protocol`.
   */
  nextChunk(): ChatCompletionChunk | undefined {
    const { events } = this.#reader;
    if (this.over || !events.next()) return undefined;
    this.events++;
    if (events.data.trim() === '[DONE]') {
      this.over = true;
      return undefined;
    }
    const payload = readChunk(events.data, events.name);
    if ('error' in payload) throw classifyErrorObject(payload.error, { secrets: this.#secrets });
    const { chunk } = payload;
    this.assembler.add(chunk);
    if (this.#wantsFrame && events.raw !== '') {
      this.#frame = learnFrame(events.raw, chunk) ?? this.#frame;
    }
    return chunk;
  }

  /** The text of the events, from here on, in which nothing but the text of choice 0 is new. */
  takeContent(): string {
    this.#wantsFrame = true;
    const { events } = this.#reader;
    if (this.#frame === undefined || this.over || !(events instanceof EventSplitter)) return '';
    const content = events.takeContent(this.#frame);
    this.events += events.taken;
    if (content !== '') this.assembler.addText(content);
    return content;
  }
}
