import type { Prompt } from '@farebox/chat';
import { type ProviderName, providers } from '@farebox/client';
import {
  type Clock,
  findPrice,
  invoice,
  type Picodollars,
  type Price,
  utf8Length,
} from '@farebox/core';
import { priceLists } from '@farebox/cost';
import { seconds } from './seconds.js';
import { shownUsd } from './shown-usd.js';

/** English text and code; what is right for a line that is gone when the exact figures come. */
const bytesPerToken = 4;

export interface LiveCostFacts {
  readonly model: string;
  /** Whose prices the call is charged by. Default: OpenAI's. */
  readonly provider?: ProviderName | undefined;
  /** What is sent before the prompt, as text. */
  readonly before?: string | undefined;
  readonly prompt: Prompt;
  readonly clock: Clock;
}

/**
 * What an answer has cost so far, roughly, while it arrives: nothing of it is reported before its end.
 *
 * Tokens are guessed from the length of the text, and the amount is left out as long as no price is known.
 */
export class LiveCost {
  readonly #facts: LiveCostFacts;
  readonly #startedMs: number;
  readonly #inputTokens: number;
  #price: Price | undefined;
  #bytes = 0;

  constructor(facts: LiveCostFacts) {
    this.#facts = facts;
    this.#startedMs = facts.clock.monotonicMs();
    const { before = '', prompt } = facts;
    this.#inputTokens = Math.ceil(utf8Length(before + textIn(prompt)) / bytesPerToken);
  }

  /** Finds the price on the list that the call is charged by; a list is large, so this is for when the request has left. */
  async load(): Promise<void> {
    const { model, provider = 'openai', clock } = this.#facts;
    const list = await priceLists[providers[provider].prices]();
    const price = findPrice(list, { model, at: clock.now() });
    if (price.kind === 'price') this.#price = price;
  }

  /** More of the answer has come. */
  add(text: string): void {
    this.#bytes += utf8Length(text);
  }

  /**
   * @example
   * // about $0.000042 · about 62 tokens · 1.2 s
   */
  readonly text = (): string => {
    const tokens = Math.ceil(this.#bytes / bytesPerToken);
    const amount = this.#amount(tokens);
    return [
      ...(amount === undefined ? [] : [`about ${shownUsd(amount)}`]),
      `about ${tokens} tokens`,
      seconds(this.#facts.clock.monotonicMs() - this.#startedMs),
    ].join(' · ');
  };

  #amount(outputTokens: number): Picodollars | undefined {
    if (this.#price === undefined) return undefined;
    const usage = { 'input.text.fresh': this.#inputTokens, 'output.text': outputTokens };
    const bill = invoice(usage, this.#price);
    return bill.kind === 'invoice' ? bill.total : undefined;
  }
}

/** Without what is attached: how many tokens a picture has cannot be told from its length. */
function textIn(prompt: Prompt): string {
  if (typeof prompt === 'string') return prompt;
  return prompt.map((part) => ('text' in part ? part.text : '')).join('');
}
