import type { ChatRequest } from '@farebox/core';
import { dice } from '../random/dice.js';
import { encodeBounded } from '../tokens/encode-bounded.js';
import type { Tokenizer } from '../tokens/tokenizer.js';
import type { Composition, Section } from './composition.js';
import { type DrawToken, tokenDrawer } from './distribution/draw-token.js';
import { type Leaning, leaningOf } from './distribution/leaning.js';
import { type LogprobOf, logprobWriter } from './distribution/logprobs.js';
import { safeSegments } from './distribution/safe-segments.js';
import { type PathState, tokenPath } from './distribution/token-path.js';
import { generateSection } from './generate-section.js';
import type { Generated, GeneratedSection } from './generated.js';
import { reasoningTokens } from './reasoning.js';

/** No choice has more tokens than these, reasoning included, whatever ceiling was asked for. */
const maximumTokensPerChoice = 16_384;

/** Nor have all choices of a request together more than these. */
const maximumTokens = 262_144;

/** Each token that a bias may force in is weighed at each token of the answer, this often at most. */
const maximumWeighings = 4_000_000;

export interface GenerateOptions {
  readonly tokenizer: Tokenizer;
  readonly request: ChatRequest;
  /** What there is to say; the request says how freely, and how much of it. */
  readonly composition: Composition;
  /** What decides all choices; the same one gives the same answer in every process and runtime. */
  readonly seed: string;
  readonly promptTokens: number;
  /** The model's own limit, where it is known. */
  readonly maxOutputTokens: number | undefined;
}

/**
 * All choices of a request, drawn token by token from one distribution.
 *
 * Each choice has its own dice: the first is the same whatever `n` is. The ceiling
 * (`max_completion_tokens`, or `max_tokens`, or else the model's own limit) is over all that is
 * generated: reasoning, names of tools, arguments and text; where reasoning takes all of it, the
 * answer is empty and ends with `length`. No choice is longer than 16,384 tokens, and all of a
 * request's together are no longer than 262,144 (2,048 each for 128), or fewer where `logit_bias` is
 * for more than 14 tokens: so a bias that forces a loop ends within seconds.
 *
 * `stop` sequences act in what is said to the reader, not in the arguments of tools, which a cut
 * would leave as broken JSON. Log probabilities are told of the same, and not of tool calls.
 */
export function generate(options: GenerateOptions): Generated[] {
  const { tokenizer, request, seed } = options;
  const leaning = leaningOf(tokenizer, request);
  const plan: Plan = {
    ...options,
    starts: new Map(),
    leaning,
    drawToken: tokenDrawer(leaning, {
      temperature: request.temperature ?? 1,
      topP: request.top_p ?? 1,
    }),
    logprobOf:
      request.logprobs === true ? logprobWriter(tokenizer, request.top_logprobs ?? 0) : undefined,
  };
  return Array.from({ length: request.n ?? 1 }, (_, index) =>
    generateChoice(plan, `${seed}:${index}`),
  );
}

interface Plan extends GenerateOptions {
  /** Where the path of each section begins, shared by all choices. */
  readonly starts: Map<Section, PathState>;
  readonly leaning: Leaning;
  readonly drawToken: DrawToken;
  readonly logprobOf: LogprobOf | undefined;
}

function generateChoice(plan: Plan, seed: string): Generated {
  const { tokenizer, request, composition, promptTokens } = plan;
  const drawing = { ...plan, random: dice(seed), counts: new Map<number, number>() };
  const ceiling = ceilingOf(plan);
  const reasoning = reasoningTokens(request, promptTokens, dice(`${seed}:reasoning`));
  const reasoned = Math.min(reasoning, ceiling);
  const sections: GeneratedSection[] = [];
  let tokens = reasoned;
  let unsentTokens = 0;
  let finish: Generated['finish'] | undefined = reasoning > ceiling ? 'length' : undefined;
  for (const section of composition.sections) {
    if (finish !== undefined) break;
    const { kind } = section;
    const nameTokens = kind === 'call' ? tokenizer.encode(section.name).length : 0;
    if (tokens + nameTokens > ceiling) {
      finish = 'length';
      break;
    }
    tokens += nameTokens;
    const drawn = generateSection(drawing, {
      start: startOf(plan, section),
      constrained: kind === 'call' || (kind === 'content' && isConstrained(request)),
      stops: kind === 'call' ? [] : stopsOf(request),
      ceilingTokens: ceiling - tokens,
      logprobOf: kind === 'call' ? undefined : plan.logprobOf,
    });
    const { pieces } = drawn;
    tokens += drawn.tokens;
    unsentTokens += drawn.tokens - pieces.reduce((sum, piece) => sum + piece.tokens, 0);
    finish = drawn.finish;
    sections.push(
      kind === 'call'
        ? { kind, type: section.type, name: section.name, nameTokens, pieces }
        : { kind, pieces },
    );
  }
  return {
    sections,
    finish: finish ?? composition.finish,
    tokens,
    reasoningTokens: reasoned,
    unsentTokens,
  };
}

function startOf({ tokenizer, starts }: Plan, section: Section): PathState {
  const known = starts.get(section);
  if (known !== undefined) return known;
  const start = tokenPath(safeSegments(section.segments), (text) => encodeBounded(tokenizer, text));
  starts.set(section, start);
  return start;
}

function ceilingOf({ request, leaning, maxOutputTokens }: Plan): number {
  const asked = request.max_completion_tokens ?? request.max_tokens ?? maxOutputTokens;
  const affordable = Math.min(maximumTokens, maximumWeighings / (1 + leaning.forced.length));
  const share = Math.floor(affordable / (request.n ?? 1));
  return Math.min(asked ?? maximumTokensPerChoice, maximumTokensPerChoice, share);
}

function isConstrained({ response_format: format }: ChatRequest): boolean {
  return format?.type === 'json_object' || format?.type === 'json_schema';
}

function stopsOf({ stop }: ChatRequest): readonly string[] {
  return typeof stop === 'string' ? [stop] : (stop ?? []);
}
