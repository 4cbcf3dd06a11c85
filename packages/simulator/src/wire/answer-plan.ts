import type { ChatRequest } from '@farebox/core';
import type { PromptUsage } from '../books/books.js';
import type { Rates } from '../books/rates.js';
import { identifiers } from '../http/identifiers.js';
import { invalidRequest } from '../http/refusal.js';
import { contextWindow, servedModel } from '../http/served-model.js';
import { compose } from '../model/compose.js';
import { generate } from '../model/generate.js';
import type { Arrival, Provider } from '../provider.js';
import { dice } from '../random/dice.js';
import { promptTokens } from '../tokens/prompt-tokens.js';
import { loadTokenizer } from '../tokens/tokenizer.js';
import { eventPlan } from './event-plan.js';
import { jsonPlan } from './json-plan.js';
import type { ReplyPlan } from './plan.js';
import { usageOf } from './usage.js';

/** A reply, and what its beginning means for the books. */
export interface AnswerPlan {
  readonly plan: ReplyPlan;
  readonly begins: {
    readonly model: string;
    readonly rates: Rates;
    readonly prompt: PromptUsage;
    readonly estimated: boolean;
  };
}

/**
 * Generates the whole answer and plans how it is sent.
 *
 * @throws {Refusal} when the model is unknown, the prompt too long or the ceiling too high.
 */
export async function answerPlan(
  { clock, seed }: Provider,
  { number }: Arrival,
  request: ChatRequest,
): Promise<AnswerPlan> {
  const { listed, snapshot } = servedModel(request.model);
  const { maxOutputTokens } = listed;
  const ceiling = request.max_completion_tokens ?? request.max_tokens ?? 0;
  if (maxOutputTokens !== undefined && ceiling > maxOutputTokens) {
    const param = request.max_tokens === ceiling ? 'max_tokens' : 'max_completion_tokens';
    throw invalidRequest(
      `${param} is too large: ${ceiling}. This model supports at most ${maxOutputTokens} completion tokens, whereas you provided ${ceiling}.`,
      param,
      'invalid_value',
    );
  }
  const tokenizer = await loadTokenizer();
  const prompt = promptTokens(tokenizer, request);
  const window = contextWindow(listed);
  if (prompt.tokens > window) {
    throw invalidRequest(
      `This model's maximum context length is ${window} tokens. However, your messages resulted in ${prompt.tokens} tokens. Please reduce the length of the messages.`,
      'messages',
      'context_length_exceeded',
    );
  }

  const choices = generate({
    tokenizer,
    request,
    composition: compose(request),
    seed:
      typeof request.seed === 'number'
        ? `${seed.chosen}:seed:${request.seed}`
        : `${seed.any}:answer:${number}`,
    promptTokens: prompt.tokens,
    maxOutputTokens,
  });
  const completionTokens = choices.reduce((sum, choice) => sum + choice.tokens, 0);
  const usage = usageOf(prompt.tokens, completionTokens);
  const facts = {
    id: identifiers(seed.any, number).reply,
    created: Math.floor(clock.now() / 1000),
    model: snapshot,
  };
  const options = request.stream_options;
  const plan =
    request.stream === true
      ? eventPlan({
          facts,
          choices,
          usage: options?.include_usage === true ? usage : undefined,
          random:
            options?.include_obfuscation === false ? undefined : dice(`${seed.any}:pad:${number}`),
        })
      : jsonPlan(facts, choices, usage);
  return {
    plan,
    begins: {
      model: snapshot,
      rates: listed.ratesAt(clock.now()),
      prompt: { prompt_tokens: prompt.tokens },
      estimated: prompt.estimated,
    },
  };
}
