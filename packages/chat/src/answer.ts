import {
  type ChatCompletion,
  type ChatCompletionMessage,
  type ChatMessage,
  type FinishReason,
  type Picodollars,
  type ToolCall,
  toUsd,
} from '@farebox/core';
import { type Receipt, totalCost } from '@farebox/cost';
import { toAssistantMessage } from './conversation/to-assistant-message.js';
import type { ExchangeEnd, Stopped } from './exchange.js';
import { addTokens, noTokens, type TokenTotals } from './token-totals.js';

/** A whole answer, and everything that is known about it. */
export interface Answer<Value = unknown> {
  /** The text of the first choice; empty for an answer of tool calls or a refusal. */
  readonly text: string;
  /** What the `schema` made of the text; undefined without one. */
  readonly value: Value;
  /** Why the model stopped. */
  readonly finishReason: FinishReason;
  /** Whether the answer was cut off at the output ceiling: check it before you use the text. */
  readonly truncated: boolean;
  /** The calls of the reply that nobody has answered: of tools in wire format, and those that `stopped` tells of. */
  readonly toolCalls: readonly ToolCall[];
  /** `answer` for an answer; otherwise why tools were not run any further. */
  readonly stopped: Stopped;
  /** Tokens of all attempts together, as far as they were reported. */
  readonly usage: TokenTotals;
  /** What all attempts cost together; undefined where a part of it is unknown, which is not 0. */
  readonly cost: Picodollars | undefined;
  readonly costUsd: number | undefined;
  /** The model that answered, often a dated version of the one asked. */
  readonly model: string;
  /** How many attempts it took: first tries, retries, fallbacks and restarts. */
  readonly attempts: number;
  /** What the provider's support asks for. */
  readonly requestId: string | undefined;
  /** One per attempt, failed ones included. */
  readonly receipts: readonly Receipt[];
  /**
   * The reply itself, in wire format: `id`, `created`, `choices[].message`, `usage`, … One that was
   * continued has no `usage`: what the provider reports is of its last part; see `receipts`.
   */
  readonly completion: ChatCompletion;
  /**
   * What a conversation goes on with after the question: all that was said, the answer last, as a message that providers take
   * back. `completion` has the reply as it came.
   */
  readonly messages: readonly ChatMessage[];
}

export function toAnswer(
  { completion, stopped, value }: ExchangeEnd,
  receipts: readonly Receipt[],
  said: readonly ChatMessage[],
): Answer {
  const [choice] = completion.choices;
  const finishReason = choice?.finish_reason ?? 'stop';
  const toolCalls = choice?.message.tool_calls ?? [];
  const { known, amount } = totalCost(receipts);
  const cost = known === 'unknown' ? undefined : amount;
  return {
    text: choice?.message.content ?? '',
    value,
    finishReason,
    truncated: finishReason === 'length',
    toolCalls,
    stopped: stopped ?? (toolCalls.length > 0 ? 'tool-calls' : 'answer'),
    usage: receipts.reduce(addTokens, noTokens),
    cost,
    costUsd: cost === undefined ? undefined : toUsd(cost),
    model: completion.model,
    attempts: receipts.length,
    requestId: receipts.at(-1)?.requestId,
    receipts,
    completion,
    messages: choice === undefined ? said : [...said, sentBack(completion, choice.message, said)],
  };
}

/** With its reasoning only where tools were called: see there. What was spoken is fresh, for it has just come. */
function sentBack(
  { created }: ChatCompletion,
  reply: ChatCompletionMessage,
  said: readonly ChatMessage[],
): ChatMessage {
  const withReasoning =
    Boolean(reply.tool_calls?.length) || said.some(({ role }) => role === 'tool');
  return toAssistantMessage(reply, { nowMs: created * 1000, withReasoning });
}
