import type { ChatCompletionChunk } from '@farebox/core';
import { Repetition } from './repetition.js';

/** The pieces of a text without what they repeat of the one before; a piece that is nothing else is left out. */
export function unrepeatedText(
  pieces: AsyncIterator<string>,
  before: string,
): AsyncIterator<string> {
  const repetition = new Repetition(before);
  return {
    async next() {
      for (;;) {
        const result = await pieces.next();
        if (result.done) return result;
        const value = repetition.pass(result.value);
        if (value !== '') return { done: false, value };
      }
    },
    ...closing(pieces),
  };
}

/** The same chunks, without what their text repeats of the one before. */
export function unrepeatedChunks(
  chunks: AsyncIterator<ChatCompletionChunk>,
  before: string,
): AsyncIterator<ChatCompletionChunk> {
  const shortened = unrepeatedChunk(before);
  return {
    async next() {
      const result = await chunks.next();
      return result.done ? result : { done: false, value: shortened(result.value) };
    },
    ...closing(chunks),
  };
}

/** Takes the chunks of a reply one after the other. */
export function unrepeatedChunk(
  before: string,
): (chunk: ChatCompletionChunk) => ChatCompletionChunk {
  const repetition = new Repetition(before);
  return (chunk) => ({
    ...chunk,
    choices: chunk.choices.map((choice) => {
      const { content } = choice.delta;
      if (choice.index !== 0 || !content) return choice;
      return { ...choice, delta: { ...choice.delta, content: repetition.pass(content) } };
    }),
  });
}

function closing<Value>({
  return: close,
}: AsyncIterator<Value>): Pick<AsyncIterator<Value>, 'return'> {
  return close === undefined ? {} : { return: () => close() };
}
