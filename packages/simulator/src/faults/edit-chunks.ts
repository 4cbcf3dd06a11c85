import { dataEvent } from '../wire/event.js';
import { jsonFrames } from '../wire/json-frames.js';
import { doneFrame, type Frame, type ReplyPlan } from '../wire/plan.js';

/** A part of a reply, open to what no reply may have. */
type Loose = Record<string, unknown>;

/** A chunk, or a whole reply, as it is about to be sent. */
export type LooseChunk = Loose & { choices: LooseChoice[] };

export type LooseChoice = Loose & { delta?: LooseDelta; message?: LooseDelta };

/** What a choice says: the part that a chunk has of it, or the whole message. */
export type LooseDelta = Loose & { tool_calls?: LooseCall[] };

export type LooseCall = Loose & { function?: { name?: string; arguments?: string } };

/**
 * The plan with each chunk changed, in the order in which they are sent; the tokens that they carry stay.
 *
 * A JSON reply has no chunks, and stays as it is.
 */
export function editChunks(plan: ReplyPlan, change: (chunk: LooseChunk) => LooseChunk): ReplyPlan {
  return editEvents(plan, (event) => edited(event, change));
}

/** The same for the text of each event, `[DONE]` included where it is no longer known by its frame. */
export function editEvents(plan: ReplyPlan, change: (event: string) => string): ReplyPlan {
  if (plan.kind === 'json') return plan;
  const frames = plan.frames.map((frame): Frame => {
    if (frame === doneFrame) return frame;
    // Now, not as it is written: a change that remembers the chunks before sees each of them once.
    const event = change(frame.write());
    return { ...frame, write: () => event };
  });
  return { ...plan, frames };
}

/** The plan with what is said of the whole changed: in each chunk, or in the one JSON reply. */
export function editReply(plan: ReplyPlan, change: (reply: LooseChunk) => LooseChunk): ReplyPlan {
  if (plan.kind === 'events') return editChunks(plan, change);
  return editJson(plan, (text) => {
    const reply = parsed(text);
    return reply === undefined ? text : JSON.stringify(change(reply));
  });
}

/** The text of a JSON reply changed; one that is no longer whole stays as it is. */
export function editJson(plan: ReplyPlan, change: (text: string) => string): ReplyPlan {
  const last = plan.frames.at(-1);
  if (last?.finishes !== true) return plan;
  const text = change(plan.frames.map((frame) => frame.write()).join(''));
  return { ...plan, frames: jsonFrames(text) };
}

/** Nothing for a text that another fault has broken. */
function parsed(text: string): LooseChunk | undefined {
  try {
    return JSON.parse(text) as LooseChunk;
  } catch {
    return undefined;
  }
}

/** An event with its chunk changed; one that has none stays as it is. */
function edited(event: string, change: (chunk: LooseChunk) => LooseChunk): string {
  const chunk = chunkIn(event);
  return chunk === undefined ? event : dataEvent(change(chunk));
}

/** The chunk that a frame sends, if it sends one. */
export function chunkOf(frame: Frame): LooseChunk | undefined {
  return frame === doneFrame ? undefined : chunkIn(frame.write());
}

function chunkIn(event: string): LooseChunk | undefined {
  const payload = /^data: (\{.*\})\n\n$/s.exec(event)?.[1];
  return payload === undefined ? undefined : parsed(payload);
}
