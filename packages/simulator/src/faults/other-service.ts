import type { ChatRequest } from '@farebox/core';
import { modelNames } from '../books/served-model.js';
import type { ReplyPlan } from '../wire/plan.js';
import { editReply } from './edit-chunks.js';
import type { FaultSettings } from './fault.js';

const otherName = 'gpt-4.1-nano';
const otherTierName = 'priority';

/** Another model answers, and is billed, if there is one of that name. */
export function otherModel(
  request: ChatRequest,
  { model = otherName }: FaultSettings,
): ChatRequest {
  return modelNames().includes(model) ? { ...request, model } : request;
}

/** The reply bears a name that no model has. */
export function otherModelName(plan: ReplyPlan, { model = otherName }: FaultSettings): ReplyPlan {
  return modelNames().includes(model) ? plan : editReply(plan, (reply) => ({ ...reply, model }));
}

/** Another tier serves, and is billed, if the model has it. */
export function otherTier(
  request: ChatRequest,
  { tier = otherTierName }: FaultSettings,
): ChatRequest {
  return { ...request, service_tier: tier as NonNullable<ChatRequest['service_tier']> };
}

/** The reply bears the name of that tier, also where the model has it not. */
export function otherTierNamed(
  plan: ReplyPlan,
  { tier = otherTierName }: FaultSettings,
): ReplyPlan {
  return editReply(plan, (reply) => ({ ...reply, service_tier: tier }));
}
