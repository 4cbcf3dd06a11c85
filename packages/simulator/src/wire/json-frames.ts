import type { Frame } from './plan.js';

const slices = 8;

/** One JSON text in eight slices, so that it can break in the middle; with the last, it is sent. */
export function jsonFrames(text: string): Frame[] {
  const size = Math.ceil(text.length / slices);
  const cutAt = (index: number) => besideCharacter(text, index * size);
  return Array.from({ length: slices }, (_, index): Frame => {
    const slice = text.slice(cutAt(index), cutAt(index + 1));
    return { write: () => slice, tokens: 0, finishes: index === slices - 1 };
  });
}

/** The place of a cut that leaves both halves of a surrogate pair on one side: apart, each is encoded as U+FFFD. */
function besideCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}
