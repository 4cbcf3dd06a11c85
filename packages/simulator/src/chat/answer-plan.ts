import type { BillingFacts } from '../books/books.js';
import { servedModel } from '../books/served-model.js';
import { cachePoints } from '../cache/cache-points.js';
import { requestTokens } from '../limits/request-tokens.js';
import { compose } from '../model/compose.js';
import { generate } from '../model/generate.js';
import type { Generated } from '../model/generated.js';
import { predictionUse } from '../model/prediction.js';
import { takeScripted } from '../model/scripted-answer.js';
import type { Arrival, Provider } from '../provider.js';
import { dice } from '../random/dice.js';
import { identifiers } from '../random/identifiers.js';
import type { FullRequest } from '../request/full-request.js';
import { promptTokens } from '../tokens/prompt-tokens.js';
import { loadTokenizer } from '../tokens/tokenizer.js';
import { eventPlan } from '../wire/event-plan.js';
import { jsonPlan } from '../wire/json-plan.js';
import type { ReplyPlan } from '../wire/plan.js';
import { promptUsage, usageOf } from '../wire/usage.js';
import { checkCeiling, checkContext } from './check-limits.js';

/** A reply, and what its beginning means for the books. */
export interface AnswerPlan {
  readonly plan: ReplyPlan;
  readonly begins: BillingFacts;
  /** The `x-ratelimit` headers, as of when the request was let in. */
  readonly limits: Readonly<Record<string, string>>;
}

/**
 * Generates the whole answer and plans how it is sent.
 *
 * @throws {Refusal} when the model is unknown, the prompt too long, the ceiling too high, or a limit
 * per minute reached; none of them takes anything from the limits.
 */
export async function answerPlan(
  { clock, seed, cache, answers, limiter }: Provider,
  { number }: Arrival,
  request: FullRequest,
): Promise<AnswerPlan> {
  const { listed, snapshot } = servedModel(request.model);
  checkCeiling(request, listed);
  const tokenizer = await loadTokenizer();
  const prompt = promptTokens(tokenizer, request);
  checkContext(request, prompt.tokens);
  const refusal = limiter.admit(listed.id, requestTokens(request));
  if (refusal !== undefined) throw refusal;
  const limits = limiter.headers(listed.id);

  const generated = generate({
    tokenizer,
    request,
    composition: takeScripted(answers, request) ?? compose(request),
    seed:
      typeof request.seed === 'number'
        ? `${seed.chosen}:seed:${request.seed}`
        : `${seed.any}:answer:${number}`,
    promptTokens: prompt.tokens,
    maxOutputTokens: listed.maxOutputTokens,
  });
  const prediction = predictionUse(tokenizer, request.prediction, generated[0]);
  const choices = withRejected(generated, prediction.rejectedTokens);
  const cached = cache.use({
    model: snapshot,
    key: request.prompt_cache_key,
    points: cachePoints(request, prompt),
    nowMs: clock.monotonicMs(),
  });
  const { serviceTier, rates } = listed.tariffOf({
    at: clock.now(),
    promptTokens: prompt.tokens,
    serviceTier: request.service_tier,
  });
  const billed = promptUsage(prompt, cached, rates.cacheWrite !== undefined);
  const usage = usageOf(billed, {
    tokens: sumOf(choices, ({ tokens }) => tokens),
    reasoningTokens: sumOf(choices, ({ reasoningTokens }) => reasoningTokens),
    prediction,
  });
  const facts = {
    id: identifiers(seed.any, number).reply,
    created: Math.floor(clock.now() / 1000),
    model: snapshot,
    serviceTier,
  };
  const options = request.stream_options ?? {};
  const plan =
    request.stream === true
      ? eventPlan({
          facts,
          choices,
          usage,
          reports: {
            atEnd: options.include_usage === true,
            inEveryChunk: options.continuous_usage_stats === true,
          },
          random:
            options.include_obfuscation === false ? undefined : dice(`${seed.any}:pad:${number}`),
        })
      : jsonPlan(facts, choices, usage);
  return {
    plan,
    begins: { model: snapshot, serviceTier, rates, prompt: billed, estimated: prompt.estimated },
    limits,
  };
}

/** Rejected tokens were generated, and are billed, after all that is sent. */
function withRejected(choices: readonly Generated[], rejectedTokens: number): Generated[] {
  const [first, ...others] = choices;
  if (first === undefined || rejectedTokens === 0) return [...choices];
  const tokens = first.tokens + rejectedTokens;
  return [{ ...first, tokens, unsentTokens: first.unsentTokens + rejectedTokens }, ...others];
}

function sumOf(choices: readonly Generated[], count: (choice: Generated) => number): number {
  return choices.reduce((sum, choice) => sum + count(choice), 0);
}
