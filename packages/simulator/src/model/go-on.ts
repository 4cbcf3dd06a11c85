import type { ChatRequest } from '@farebox/core';
import type { Segment } from '../text/template.js';
import type { Composition } from './composition.js';
import { textOf } from './conversation.js';

/** What a client says to have an answer gone on with that reached its ceiling. */
const asksForTheRest =
  /^(?:you were cut off|(?:please )?(?:go on|continue) exactly where you (?:stopped|left off))\b/i;

/**
 * The rest of an answer that was cut off, where the last two messages are its beginning and the wish to have it gone on
 * with; `undefined` for any other request, and for a beginning that is none of what would have been said.
 *
 * @param compose What there is to say to a request.
 */
export function goOn(
  request: ChatRequest,
  compose: (request: ChatRequest) => Composition,
): Composition | undefined {
  const messages = request.messages.slice(0, -2);
  const [said, asked] = request.messages.slice(-2);
  if (said?.role !== 'assistant' || asked?.role !== 'user' || messages.length === 0)
    return undefined;
  if (!asksForTheRest.test(textOf(asked).trim())) return undefined;
  const { sections, finish } = compose({ ...request, messages });
  const [section] = sections;
  if (section?.kind !== 'content' || sections.length > 1) return undefined;
  const segments = restOf(section.segments, textOf(said));
  return segments && { sections: [{ kind: 'content', segments }], finish };
}

/** What follows after these first characters; `undefined` where no way through the segments has them. */
function restOf(segments: readonly Segment[], said: string): readonly Segment[] | undefined {
  if (said === '') return segments;
  const [first, ...others] = segments;
  if (first === undefined) return undefined;
  for (const text of first) {
    const rest = said.startsWith(text) ? restOf(others, said.slice(text.length)) : undefined;
    if (rest !== undefined) return rest;
  }
  const [end, ...ends] = first.filter((text) => text.startsWith(said));
  if (end === undefined) return undefined;
  const after = (text: string) => text.slice(said.length);
  return [[after(end), ...ends.map(after)], ...others];
}
