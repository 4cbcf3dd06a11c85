/** A text that is shorter may begin again by chance. */
const leastCharacters = 16;

/** What a continuation adds to a text: Mistral repeats the whole text first, and so do models that begin anew. */
export function withoutRepetition(before: string, after: string): string {
  const isRepeated = before.length >= leastCharacters && after.startsWith(before);
  return isRepeated ? after.slice(before.length) : after;
}

/** Whether a continuation that broke off was still repeating. */
export function isRepetition(before: string, after: string): boolean {
  return before.length >= leastCharacters && before.startsWith(after);
}

/** The pieces of a continuation without the repetition; held back for as long as they may be one. */
export async function* unrepeated<End>(
  before: string,
  pieces: AsyncGenerator<string, End, void>,
): AsyncGenerator<string, End, void> {
  let held: string | undefined = before.length >= leastCharacters ? '' : undefined;
  try {
    for (;;) {
      const { done, value } = await pieces.next();
      if (done === true) {
        // It was a part of the text, and then the end: no repetition of the whole.
        if (held !== undefined && held !== '') yield held;
        return value;
      }
      if (held === undefined) {
        yield value;
        continue;
      }
      const isLike = before.startsWith(value.slice(0, before.length - held.length), held.length);
      held += value;
      if (isLike && held.length < before.length) continue;
      const rest = withoutRepetition(before, held);
      held = undefined;
      if (rest !== '') yield rest;
    }
  } finally {
    // A reader who leaves closes the call; of one that has ended nothing is left to close.
    await pieces.return(undefined as never);
  }
}
