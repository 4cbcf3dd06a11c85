import type { ChatRequest } from '@farebox/core';
import { dataEvent } from '../wire/event.js';
import { plainFrame, type ReplyPlan } from '../wire/plan.js';
import { chunkOf, editReply } from './edit-chunks.js';
import type { FaultSettings } from './fault.js';

/** The usage so far in every chunk, as vLLM and Groq send it. */
export function usageEverywhere(request: ChatRequest): ChatRequest {
  if (request.stream !== true) return request;
  const options = { include_usage: true, continuous_usage_stats: true };
  return { ...request, stream_options: { ...request.stream_options, ...options } };
}

/** After the usage, one more chunk, whose usage is null. A JSON reply stays. */
export function usageNull(plan: ReplyPlan): ReplyPlan {
  const [opening] = plan.frames;
  const chunk = opening && chunkOf(opening);
  if (plan.kind === 'json' || chunk === undefined) return plan;
  const nothing = plainFrame(dataEvent({ ...chunk, choices: [], usage: null }));
  const { frames } = plan;
  return { ...plan, frames: [...frames.slice(0, -1), nothing, ...frames.slice(-1)] };
}

/** Usage that cannot be. The books have what was used. */
export function wrongUsage(plan: ReplyPlan, { usage = impossible }: FaultSettings): ReplyPlan {
  return editReply(plan, (reply) =>
    typeof reply.usage === 'object' && reply.usage !== null
      ? { ...reply, usage: laidOver(reply.usage, usage) }
      : reply,
  );
}

const impossible = { total_tokens: -1 };

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
