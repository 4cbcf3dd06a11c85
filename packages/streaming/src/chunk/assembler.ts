import type {
  ChatCompletion,
  ChatCompletionChunk,
  ChunkChoice,
  CompletionUsage,
  PartialCompletion,
  ProviderProfile,
} from '@farebox/core';
import { ChoiceAssembler } from './choice-assembler.js';
import { withReasoning } from './with-reasoning.js';

/** Chunk fields that are not carried over as they are. */
const ownFields = new Set([
  'id',
  'object',
  'created',
  'model',
  'choices',
  'usage',
  'obfuscation',
  '__proto__',
]);

/** Puts the chunks of one reply together again, and knows whether the reply is complete. */
export class Assembler {
  usage: CompletionUsage | undefined;
  readonly #expectedChoices: number;
  readonly #choices: ChoiceAssembler[] = [];
  #head: { id: string; created: number; model: string } | undefined;
  readonly #rest: Record<string, unknown> = {};
  #finished = 0;

  /** @param expectedChoices the request's `n`: so many finishes prove the reply complete. */
  constructor(
    expectedChoices: number,
    readonly profile: ProviderProfile = {},
  ) {
    this.#expectedChoices = profile.ignoresN ? 1 : expectedChoices;
  }

  /** True once every expected choice, and every other that has shown up, has its finish. */
  get proven(): boolean {
    return this.#finished >= this.#expectedChoices && this.#finished === this.#choiceCount;
  }

  get #choiceCount(): number {
    let count = 0;
    for (const choice of this.#choices) if (choice !== undefined) count++;
    return count;
  }

  /**
   * The reply is over: the moment at which some providers have said all that they will of it.
   *
   * @param isDone whether `[DONE]` has come, and not just the last byte.
   */
  end(isDone: boolean): void {
    const { completeOn = 'finish' } = this.profile;
    if (completeOn === 'finish' || (completeOn === 'done' && !isDone)) return;
    if (this.#choiceCount < this.#expectedChoices) return;
    for (const choice of this.#choices) choice?.conclude();
    this.#finished = this.#choiceCount;
  }

  add(chunk: ChatCompletionChunk): void {
    if (this.#head === undefined || this.#head.id === '') {
      const { id, created, model } = chunk;
      this.#head = { id: id ?? '', created: created ?? 0, model: model ?? '' };
    }
    for (const key in chunk) {
      if (ownFields.has(key)) continue;
      const value = chunk[key as keyof ChatCompletionChunk];
      if (value != null) this.#rest[key] = value;
    }
    // With usage in every chunk (vLLM, Groq) the last one counts.
    if (chunk.usage) {
      this.usage = this.profile.reasoningBeside ? withReasoning(chunk.usage) : chunk.usage;
    }
    for (const choice of chunk.choices) this.#addChoice(choice);
  }

  /** Adds text of choice 0 that came without a parsed chunk. */
  addText(text: string): void {
    this.#choice(0).content += text;
  }

  #addChoice(choice: ChunkChoice): void {
    const assembled = this.#choice(choice.index);
    const before = assembled.finishReason;
    assembled.add(choice);
    if (before === null && assembled.finishReason !== null) this.#finished++;
  }

  #choice(index: number): ChoiceAssembler {
    let choice = this.#choices[index];
    if (choice === undefined) {
      choice = new ChoiceAssembler(index, this.profile);
      this.#choices[index] = choice;
    }
    return choice;
  }

  partial(): PartialCompletion {
    const { id = '', created = 0, model = '' } = this.#head ?? {};
    return {
      ...this.#rest,
      id,
      object: 'chat.completion',
      created,
      model,
      choices: this.#choices.filter(Boolean).map((choice) => choice.assembled()),
      ...(this.usage && { usage: this.usage }),
    };
  }

  /** The whole reply; only to be asked for once {@link proven}. */
  completion(): ChatCompletion {
    return this.partial() as ChatCompletion;
  }
}
