import { doneFrame, type Frame, type ReplyPlan } from '../wire/plan.js';

/**
 * A plan whose text is written out, so that it can be sent twice and is the same both times.
 *
 * `undefined` when it has more than `maximumCharacters`.
 */
export function withKeptText(
  plan: ReplyPlan,
  maximumCharacters: number,
): { plan: ReplyPlan; characters: number } | undefined {
  let characters = 0;
  const frames: Frame[] = [];
  for (const frame of plan.frames) {
    const text = frame.write();
    characters += text.length;
    if (characters > maximumCharacters) return undefined;
    // Faults know the end of a stream by its identity.
    frames.push(frame === doneFrame ? frame : { ...frame, write: () => text });
  }
  return { plan: { ...plan, frames }, characters };
}

/** The same plan for another request, which generates and bills nothing. */
export function asReplay(plan: ReplyPlan): ReplyPlan {
  const frames = plan.frames.map((frame) => (frame.tokens === 0 ? frame : { ...frame, tokens: 0 }));
  return { ...plan, frames, begins: false, upfrontTokens: 0 };
}
