import type { ChatCompletionChunk, ChatError } from '@farebox/core';
import { classifyErrorObject, type ErrorObjectFacts } from '@farebox/core/errors';
import type { BlockReader } from './block-reader.js';
import { answerLength } from './chunk/answer-length.js';
import type { Assembler } from './chunk/assembler.js';
import { type ContentFrame, chunkInFrame, learnFrame } from './chunk/content-frame.js';
import { isDeeperThan } from './chunk/json-depth.js';
import { readChunk } from './chunk/read-chunk.js';
import { type SettledLimits, tooLarge } from './limits.js';

/** So many frames are learnt in vain before it is left: some provider varies more than its text. */
const maxMisfits = 8;

/** Turns a reply's events into chunks and assembles them on the way. */
export class EventIntake {
  /** How many events have come. */
  events = 0;
  /** Whether `[DONE]` has come: whatever follows is ignored. */
  over = false;
  readonly assembler: Assembler;
  readonly #reader: BlockReader;
  readonly #limits: SettledLimits;
  readonly #facts: ErrorObjectFacts;
  #frame: ContentFrame | undefined;
  /** Characters of the answer so far, and whether an event had more than may still come. */
  #answerLength = 0;
  #overfull = false;
  /** Frames in a row that no event has fitted. */
  #misfits = 0;
  /** Whether the last chunk that was put together in full was of the frame: then text is all that is new. */
  #inFrame = false;

  /** @param facts what is known of the reply, and what no error of it may quote. */
  constructor(
    reader: BlockReader,
    assembler: Assembler,
    limits: SettledLimits,
    facts: ErrorObjectFacts,
  ) {
    this.#reader = reader;
    this.#limits = limits;
    this.assembler = assembler;
    this.#facts = facts;
  }

  /**
   * The next chunk that has arrived whole, if there is one.
   *
   * @throws {ChatError} the error that the provider sent in its place, or `protocol`.
   */
  nextChunk(): ChatCompletionChunk | undefined {
    const { events } = this.#reader;
    if (this.over) return undefined;
    if (this.#overfull) throw this.#answerTooLong();
    if (this.#frame !== undefined && events.nextInFrame(this.#frame)) {
      this.#count();
      return this.#chunkInFrame(this.#frame);
    }
    if (!events.next()) return undefined;
    if (events.data.trim() === '[DONE]') {
      this.events++;
      this.over = true;
      return undefined;
    }
    this.#count();
    if (isDeeperThan(this.#limits.maxJsonDepth, events.data)) throw this.#tooDeep();
    const payload = readChunk(events.data, events.name, this.assembler.profile);
    if ('error' in payload) throw this.#reported(payload.error);
    const { chunk } = payload;
    this.#grow(answerLength(chunk));
    this.assembler.add(chunk);
    this.#learn(events.raw, chunk);
    return chunk;
  }

  /** An error of the provider may quote what it was asked and what it has answered. */
  #reported(error: unknown): ChatError {
    return classifyErrorObject(error, { ...this.#facts, partial: this.assembler.partial() });
  }

  #chunkInFrame(frame: ContentFrame): ChatCompletionChunk {
    const { content, varied } = this.#reader.events;
    this.#grow(content.length);
    const chunk = chunkInFrame(frame, content, varied);
    if (this.#inFrame) this.assembler.addText(content);
    else this.assembler.add(chunk);
    this.#inFrame = true;
    this.#misfits = 0;
    return chunk;
  }

  #learn(raw: string, chunk: ChatCompletionChunk): void {
    const learnt = this.#misfits < maxMisfits ? learnFrame(raw, chunk) : undefined;
    this.#inFrame = learnt !== undefined;
    if (learnt === undefined) return;
    this.#frame = learnt;
    this.#misfits++;
  }

  /** The text of the events, from here on, in which nothing but the text of choice 0 is new. */
  takeText(): string {
    const { events } = this.#reader;
    const frame = this.#frame;
    let text = '';
    if (frame === undefined || !this.#inFrame || this.over) return text;
    const { maxEvents, maxAnswerLength } = this.#limits;
    const room = maxAnswerLength - this.#answerLength;
    while (this.events < maxEvents && events.nextInFrame(frame)) {
      this.events++;
      // What fitted goes out first; the next chunk to be asked for is the error.
      if (text.length + events.content.length > room) {
        this.#overfull = true;
        break;
      }
      text += events.content;
    }
    if (text === '') return text;
    this.#answerLength += text.length;
    this.assembler.addText(text);
    this.#misfits = 0;
    return text;
  }

  #count(): void {
    const { maxEvents } = this.#limits;
    if (this.events >= maxEvents) {
      throw tooLarge('maxEvents', 'events', `The stream has more than ${maxEvents} events`);
    }
    this.events++;
  }

  #grow(length: number): void {
    if (this.#answerLength + length > this.#limits.maxAnswerLength) throw this.#answerTooLong();
    this.#answerLength += length;
  }

  #answerTooLong(): ChatError {
    const what = `The answer is longer than ${this.#limits.maxAnswerLength} characters`;
    return tooLarge('maxAnswerLength', 'answer', what);
  }

  #tooDeep(): ChatError {
    const what = `The reply has JSON of more than ${this.#limits.maxJsonDepth} levels`;
    return tooLarge('maxJsonDepth', 'json-depth', what);
  }
}
