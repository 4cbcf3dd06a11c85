import { isProvider } from '@farebox/client';
import {
  type Catalogue,
  type ChatRequest,
  findPrice,
  invoice,
  type Price,
  parseUsd,
} from '@farebox/core';
import { boundTokens, costsNothing, expectedInput, maxCost } from '@farebox/core/bound';
import { ConfigFile } from '../config/config-file.js';
import type { Io } from '../io/io.js';
import { print } from '../io/print.js';
import { printLines } from '../io/print-lines.js';
import type { AskOptions } from '../options/ask-options.js';
import { clientOptions } from '../options/client-options.js';
import { dayAt } from '../prices/holds-on.js';
import { loadTokenizer } from '../prices/load-tokenizer.js';
import { listNameOf, loadPriceLists } from '../prices/price-lists.js';
import { readPrompt } from '../prompt/read-prompt.js';
import { type Estimate, estimateJson, estimateLines } from '../report/estimate-report.js';
import { schemaOf } from '../schema/read-schema.js';
import { plain } from '../terminal/line-styles.js';
import { tellUnknownPrice } from './unknown-price.js';
import { wouldSend } from './would-send.js';

export interface EstimateOptions extends AskOptions {
  readonly answerTokens?: number;
}

/** A few paragraphs. */
const usualAnswerTokens = 500;

/**
 * Prints what a call will likely cost and can cost at most. Nothing is sent.
 *
 * @returns 0; 1 when no price is known; 3 when it can cost more than `--max-cost`.
 * @throws {ChatError} `configuration` for options that contradict each other, and without a prompt.
 */
export async function estimate(
  words: readonly string[],
  options: EstimateOptions,
  io: Io,
): Promise<number> {
  const settings = clientOptions(options, io);
  const { model } = settings;
  const prompt = await readPrompt(words, options, io);
  const schema = await schemaOf(options, io);
  const named = options.provider ?? new ConfigFile(io.configFolder()).read().provider;
  const chosen = listNameOf(named);
  const lists = await loadPriceLists(chosen);
  const at = io.clock.now();
  const query = { model, at, provider: chosen ?? ownProvider(lists, model) };
  const price = findPrice(lists, query);
  if (price.kind === 'unknown') {
    return tellUnknownPrice(price, { ...options, provider: chosen, day: dayAt(at) }, io);
  }

  const provider = named !== undefined && isProvider(named) ? named : undefined;
  // A name that resolves nowhere (RFC 2606); the request is caught before.
  const reached = { ...settings, provider, baseURL: 'http://nobody.invalid/v1' };
  const { body } = (await wouldSend({ prompt, schema, settings: reached }, [], io)) ?? {};
  const request = body as ChatRequest;
  const report = await estimateOf(request, price, options.answerTokens ?? usualAnswerTokens);
  if (options.json) await print(io.stdout, JSON.stringify(estimateJson(report)));
  else await printLines(estimateLines(report).map(plain), {}, io);
  if (options.maxCost === undefined) return 0;
  const { mostCost } = report;
  const fits = mostCost !== undefined && mostCost <= parseUsd(options.maxCost);
  if (!fits) await io.stderr.write('farebox: this could cost more than --max-cost allows.\n');
  return fits ? 0 : 3;
}

/** What `ask` goes by where several providers have a model: OpenAI's list. */
function ownProvider(lists: readonly Catalogue[], model: string): string | undefined {
  const provider = 'openai';
  const found = findPrice(lists, { model, provider, at: 0 });
  return found.kind === 'unknown' && found.reason === 'model' ? undefined : provider;
}

async function estimateOf(
  request: ChatRequest,
  price: Price,
  answerTokens: number,
): Promise<Estimate> {
  const bound = boundTokens(request, { maxOutputTokens: price.maxOutputTokens });
  const input = expectedInput(request, await loadTokenizer());
  const { textTokens, imageTokens, audioTokens, counted } = input;
  const expectedOutput = Math.min(answerTokens, bound.outputTokens);
  const expected = {
    'input.text.fresh': textTokens,
    'input.image.fresh': imageTokens,
    'input.audio.fresh': audioTokens,
    'output.text': expectedOutput,
  };
  const bill = input.unknown.length > 0 ? undefined : invoice(expected, price);
  return {
    price,
    counted,
    expectedInput: textTokens + imageTokens + audioTokens,
    expectedOutput,
    expected: bill?.kind === 'invoice' ? bill : undefined,
    bound,
    mostCost:
      bound.unbounded.length === 0 || costsNothing(price) ? maxCost(bound, price) : undefined,
  };
}
