import { dataEvent } from '../wire/event.js';
import { jsonFrames } from '../wire/json-frames.js';
import { type Frame, type ReplyPlan, withText } from '../wire/plan.js';

/** A part of a reply, open to what no reply may have. */
type Loose = Record<string, unknown>;

/** A chunk, or a whole reply, as it is about to be sent. */
export type LooseChunk = Loose & { choices: LooseChoice[] };

export type LooseChoice = Loose & { delta?: LooseDelta; message?: LooseDelta };

/** What a choice says: the part that a chunk has of it, or the whole message. */
export type LooseDelta = Loose & { tool_calls?: LooseCall[] };

export type LooseCall = Loose & { function?: { name?: string; arguments?: string } };

/**
 * The plan with other frames in the place of each one that sends a chunk, in the order in which they
 * are sent. A JSON reply has no chunks, and stays as it is.
 */
export function replaceChunks(
  plan: ReplyPlan,
  change: (chunk: LooseChunk, frame: Frame, index: number) => readonly Frame[],
): ReplyPlan {
  if (plan.kind === 'json') return plan;
  const frames = plan.frames.flatMap((frame, index) => {
    const chunk = chunkOf(frame);
    return chunk === undefined ? [frame] : change(chunk, frame, index);
  });
  return { ...plan, frames };
}

/** The plan with what is said of the whole changed: in each chunk, or in the one JSON reply. */
export function editReply(plan: ReplyPlan, change: (reply: LooseChunk) => LooseChunk): ReplyPlan {
  if (plan.kind === 'events') {
    return replaceChunks(plan, (chunk, frame) => [withText(frame, dataEvent(change(chunk)))]);
  }
  return editJson(plan, (text) => {
    const reply = parsed(text);
    return reply === undefined ? text : JSON.stringify(change(reply));
  });
}

/** The text of a JSON reply changed; one that is no longer whole stays as it is. */
export function editJson(plan: ReplyPlan, change: (text: string) => string): ReplyPlan {
  if (plan.frames.at(-1)?.finishes !== true) return plan;
  const text = change(plan.frames.map((frame) => frame.write()).join(''));
  return { ...plan, frames: jsonFrames(text) };
}

/** The chunk that a frame sends, if it sends one. */
export function chunkOf(frame: Frame | undefined): LooseChunk | undefined {
  const payload = /^data: (\{.*\})\n\n$/s.exec(frame?.write() ?? '')?.[1];
  return payload === undefined ? undefined : parsed(payload);
}

/** Nothing for a text that another fault has broken, or that is about no choices. */
function parsed(text: string): LooseChunk | undefined {
  try {
    const reply = JSON.parse(text) as Partial<LooseChunk>;
    return reply.choices === undefined ? undefined : (reply as LooseChunk);
  } catch {
    return undefined;
  }
}
