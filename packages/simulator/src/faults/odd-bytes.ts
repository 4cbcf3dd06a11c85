import { plainFrame, type ReplyPlan, withText } from '../wire/plan.js';
import { chunkOf, editJson } from './edit-chunks.js';

const byteOrderMark = '\uFEFF';
/** Stands for the byte that is no UTF-8: JSON has this character only escaped. */
const standIn = '\0';
const noUtf8 = 0xff;
const encoder = new TextEncoder();

/** A byte that is no UTF-8 before each piece of the text, or of a tool's arguments. */
export function invalidUtf8(plan: ReplyPlan): ReplyPlan {
  const marked = (text: string) =>
    text.replace(/"(?:content|refusal|arguments|input)":"(?!")/g, (found) => found + standIn);
  const changed = plan.kind === 'json' ? editJson(plan, marked) : respelt(plan, marked);
  const encode = (text: string) => encoder.encode(text).map((byte) => byte || noUtf8);
  return { ...changed, encode };
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
  const chunk = chunkOf(opening);
  if (plan.kind === 'json' || opening === undefined || chunk === undefined) return plan;
  const choices = [{ index: 0, delta: { content: 'not of the answer' }, finish_reason: null }];
  const intruder = `${byteOrderMark}data: ${JSON.stringify({ ...chunk, choices })}\n\n`;
  return { ...plan, frames: [opening, plainFrame(intruder), ...others] };
}

function endingLinesWith(plan: ReplyPlan, end: () => string): ReplyPlan {
  return plan.kind === 'json' ? plan : respelt(plan, (text) => text.replace(/\n/g, end));
}

/** Every text of a stream changed, `[DONE]` and a flood included. */
function respelt(plan: ReplyPlan, change: (text: string) => string): ReplyPlan {
  // Now, not as it is written: line ends that take turns are counted once.
  const frames = plan.frames.map((frame) => withText(frame, change(frame.write())));
  const { flood } = plan;
  return { ...plan, frames, ...(flood && { flood: { ...flood, block: change(flood.block) } }) };
}

function after(prefix: string, plan: ReplyPlan): ReplyPlan {
  return { ...plan, frames: [plainFrame(prefix), ...plan.frames] };
}
