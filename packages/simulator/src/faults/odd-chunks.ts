import { dataEvent } from '../wire/event.js';
import { plainFrame, type ReplyPlan } from '../wire/plan.js';
import { editReply, replaceChunks } from './edit-chunks.js';
import type { FaultSettings } from './fault.js';

/** Every chunk with text is sent twice; it was generated, and is billed, once. A JSON reply stays. */
export function repeatedChunks(plan: ReplyPlan): ReplyPlan {
  return replaceChunks(plan, (chunk, frame) => {
    const says = chunk.choices.some(({ delta }) => Boolean(delta?.content));
    return says ? [frame, { ...frame, tokens: 0, finishes: false }] : [frame];
  });
}

/** An index that no choice can have. */
export function badChoiceIndex(plan: ReplyPlan, { index = -1 }: FaultSettings): ReplyPlan {
  return editReply(plan, (reply) => ({
    ...reply,
    choices: reply.choices.map((choice) => ({ ...choice, index })),
  }));
}

/** Before each chunk of a choice, two whose delta is null, and missing. A JSON reply stays. */
export function nullDeltas(plan: ReplyPlan): ReplyPlan {
  return replaceChunks(plan, (chunk, frame) => {
    const [choice] = chunk.choices;
    if (choice === undefined) return [frame];
    const bare = { index: choice.index, logprobs: null, finish_reason: null };
    const saying = (said: object) => plainFrame(dataEvent({ ...chunk, choices: [said] }));
    return [saying({ ...bare, delta: null }), saying(bare), frame];
  });
}

/** Before each of the first three chunks, one without a choice, as Azure opens with its filter's results. A JSON reply stays. */
export function emptyChoices(plan: ReplyPlan): ReplyPlan {
  return replaceChunks(plan, (chunk, frame, index) => {
    if (index > 2) return [frame];
    const results = { choices: [], prompt_filter_results: [{ prompt_index: 0 }] };
    return [plainFrame(dataEvent({ ...chunk, ...results })), frame];
  });
}

/** `__proto__` and `constructor` as keys: of chunks and deltas, or of a JSON reply and its messages. */
export function protoKeys(plan: ReplyPlan): ReplyPlan {
  return editReply(plan, (reply) =>
    withProtoKeys({
      ...reply,
      choices: reply.choices.map((choice) => ({
        ...choice,
        ...(choice.delta && { delta: withProtoKeys(choice.delta) }),
        ...(choice.message && { message: withProtoKeys(choice.message) }),
      })),
    }),
  );
}

function withProtoKeys<T extends object>(object: T): T {
  const open = { enumerable: true, configurable: true, writable: true };
  const value = { content: 'polluted', polluted: true };
  const copy = { ...object, constructor: { prototype: value } };
  // Assigned, this key would change the copy's prototype instead of becoming its own.
  return Object.defineProperty(copy, '__proto__', { ...open, value });
}
