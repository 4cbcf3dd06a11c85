import { plainFrame, type ReplyPlan } from '../wire/plan.js';
import { chunkOf, editEvents, editJson } from './edit-chunks.js';

const byteOrderMark = '\uFEFF';
/** Stands for the byte that is no UTF-8: Unicode keeps this character for such uses, and out of all text. */
const standIn = '\uFDD0';
const noUtf8 = 0xff;

/** A byte that is no UTF-8 before each piece of the text, or of a tool's arguments. */
export function invalidUtf8(plan: ReplyPlan): ReplyPlan {
  const marked = (text: string) =>
    text.replace(/"(?:content|refusal|arguments|input)":"(?!")/g, (found) => found + standIn);
  const edited = plan.kind === 'json' ? editJson(plan, marked) : editEvents(plan, marked);
  return { ...edited, encode: withoutStandIns };
}

/** Every line ends with CRLF. A JSON reply has no lines. */
export function crlf(plan: ReplyPlan): ReplyPlan {
  return endingLinesWith(plan, () => '\r\n');
}

/** Every line ends with CR. */
export function cr(plan: ReplyPlan): ReplyPlan {
  return endingLinesWith(plan, () => '\r');
}

/** Lines end in all three ways, in turn; never with a CR before a LF, which together are one end. */
export function mixedLineEnds(plan: ReplyPlan): ReplyPlan {
  const ends = ['\r\n', '\n', '\n', '\r', '\r', '\r\n'];
  let turn = 0;
  return endingLinesWith(plan, () => ends[turn++ % ends.length] ?? '\n');
}

/** A byte order mark at the beginning, which the standard ignores. */
export function bom(plan: ReplyPlan): ReplyPlan {
  return after(byteOrderMark, plan);
}

/** Two of them: the second is a part of the first line, whose event is lost by the standard. */
export function twoBoms(plan: ReplyPlan): ReplyPlan {
  return after(byteOrderMark.repeat(2), plan);
}

/** A line in the middle that begins with one, and is no line of data by the standard. A JSON reply stays. */
export function bomInside(plan: ReplyPlan): ReplyPlan {
  const { frames } = plan;
  const [opening, ...others] = frames;
  const chunk = opening && chunkOf(opening);
  if (plan.kind === 'json' || opening === undefined || chunk === undefined) return plan;
  const choices = [{ index: 0, delta: { content: 'not of the answer' }, finish_reason: null }];
  const intruder = `${byteOrderMark}data: ${JSON.stringify({ ...chunk, choices })}\n\n`;
  return { ...plan, frames: [opening, plainFrame(intruder), ...others] };
}

function endingLinesWith(plan: ReplyPlan, end: () => string): ReplyPlan {
  if (plan.kind === 'json') return plan;
  const ended = (text: string) => text.replace(/\n/g, end);
  // `[DONE]` has lines too.
  const frames = plan.frames.map((frame) => {
    const text = ended(frame.write());
    return { ...frame, write: () => text };
  });
  const { flood } = plan;
  return { ...plan, frames, ...(flood && { flood: { ...flood, block: ended(flood.block) } }) };
}

function after(prefix: string, plan: ReplyPlan): ReplyPlan {
  return { ...plan, frames: [plainFrame(prefix), ...plan.frames] };
}

function withoutStandIns(text: string): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const [head = '', ...others] = text.split(standIn);
  const parts = [encoder.encode(head), ...others.map((part) => encoder.encode(`\0${part}`))];
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const [index, part] of parts.entries()) {
    bytes.set(part, at);
    if (index > 0) bytes[at] = noUtf8;
    at += part.length;
  }
  return bytes;
}
