import type { ChatRequest } from '@farebox/core';
import { dataEvent } from '../wire/event.js';
import { plainFrame, type ReplyPlan } from '../wire/plan.js';
import { editReply, replaceChunks } from './edit-chunks.js';
import type { FaultSettings } from './fault.js';

const impossible = { total_tokens: -1 };

/** The usage so far in every chunk, as vLLM and Groq send it. */
export function usageEverywhere(request: ChatRequest): ChatRequest {
  if (request.stream !== true) return request;
  const options = { include_usage: true, continuous_usage_stats: true };
  return { ...request, stream_options: { ...request.stream_options, ...options } };
}

/** After the usage, one more chunk, whose usage is null. A JSON reply stays. */
export function usageNull(plan: ReplyPlan): ReplyPlan {
  return replaceChunks(plan, (chunk, frame) => {
    const isUsage = chunk.choices.length === 0 && isObject(chunk.usage);
    return isUsage ? [frame, plainFrame(dataEvent({ ...chunk, usage: null }))] : [frame];
  });
}

/** Usage that cannot be. The books have what was used. */
export function wrongUsage(plan: ReplyPlan, { usage = impossible }: FaultSettings): ReplyPlan {
  return editReply(plan, (reply) =>
    isObject(reply.usage) ? { ...reply, usage: laidOver(reply.usage, usage) } : reply,
  );
}

/** Details are laid over details; everything else is put in the place of what was there. */
function laidOver(under: object, over: object): object {
  const laid = { ...under, ...over };
  for (const [key, value] of Object.entries(over)) {
    const old = (under as Record<string, unknown>)[key];
    if (isObject(old) && isObject(value)) Object.assign(laid, { [key]: laidOver(old, value) });
  }
  return laid;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
