import type { HeaderReader } from '@farebox/core';
import { bent, rewritten } from '../faults/asked.js';
import { claimReply } from '../idempotency/claim-reply.js';
import { asReplay } from '../idempotency/kept-text.js';
import type { Provider } from '../provider.js';
import { invalidRequest } from '../refusal/refusal.js';
import { parseRequest } from '../request/parse-request.js';
import type { ReplyPlan } from '../wire/plan.js';
import { answerPlan } from './answer-plan.js';
import type { ChatCall } from './chat-call.js';
import { limitHeaders } from './limit-headers.js';

/** A reply that can be sent, and what the whole of it would bill. */
export interface MadeReply {
  readonly plan: ReplyPlan;
  readonly wholeTokens: number;
  readonly replayed: boolean;
  /** The `x-ratelimit` headers. */
  readonly limits: Readonly<Record<string, string>>;
}

/**
 * Generates the reply to a call and begins to bill it, or finds the one that was kept for its
 * `Idempotency-Key`.
 *
 * A reply that is kept is generated to its end, and billed whole, whether its client stays or not.
 * @throws {Refusal} when there is nothing to answer.
 */
export async function makeReply(provider: Provider, call: ChatCall): Promise<MadeReply> {
  const { arrival, line, text, body, asked } = call;
  const { headers } = arrival.request;
  const claim = await claimReply(provider.kept, { headers, text, line });
  if (claim !== undefined && 'requestId' in claim) {
    line.replays(claim.requestId, claim.model);
    const limits = limitHeaders(provider, claim.model);
    return { plan: bent(asReplay(claim.plan), asked), wholeTokens: 0, replayed: true, limits };
  }

  requireJson(headers);
  const request = rewritten(await parseRequest(body), asked);
  const { plan: whole, begins, limits } = await answerPlan(provider, arrival, request);
  arrival.signal?.throwIfAborted();

  const plan = bent(whole, asked);
  if (!plan.begins) return { plan, wholeTokens: 0, replayed: false, limits };
  const wholeTokens = whole.frames.reduce((sum, { tokens }) => sum + tokens, whole.upfrontTokens);
  line.begin(begins);
  line.generated(claim === undefined ? plan.upfrontTokens : wholeTokens);
  return {
    plan: claim === undefined ? plan : bent(claim.keep(whole), asked),
    wholeTokens,
    replayed: false,
    limits,
  };
}

function requireJson(headers: HeaderReader): void {
  const type = headers.get('content-type') ?? '';
  if (/^application\/json\b/i.test(type)) return;
  throw invalidRequest(
    `Unsupported content type: '${type}'. This API method only accepts 'application/json' requests, but you specified the header 'Content-Type: ${type}'. Please try again with a supported content type.`,
    null,
    'unsupported_content_type',
  );
}
