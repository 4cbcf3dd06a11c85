import type { FinishReason } from './wire/completion.js';
import type { ChatRequest } from './wire/request.js';

/** Fields of a request that a profile may leave out: the answer is the same without them. */
export type OmittedField =
  | 'stream_options'
  | 'stream_options.include_obfuscation'
  | keyof Pick<
      ChatRequest,
      | 'store'
      | 'metadata'
      | 'user'
      | 'safety_identifier'
      | 'prompt_cache_key'
      | 'prompt_cache_options'
    >;

/**
 * How a provider differs from the Chat Completions protocol, as data.
 *
 * Whatever is not said here holds as for OpenAI. Each rule believes a provider more, or tells it
 * less: take only what you have seen it do, for it hides the same thing where it is a fault.
 *
 * @example
 * const profile: ProviderProfile = { outputCeiling: 'max_tokens', finishReasons: { eos: 'stop' } };
 */
export interface ProviderProfile {
  /**
   * What proves a reply complete. Default `finish`: a `finish_reason` for every choice.
   *
   * `done`: `[DONE]` does too. `end`: so does the end of the bytes, as long as no error says
   * otherwise; a reply that was cut where nobody could see it then counts as whole.
   */
  readonly completeOn?: 'finish' | 'done' | 'end' | undefined;
  /**
   * Its own words for why an answer ended, in OpenAI's; `error` makes it a failed reply. What follows a colon in its
   * word is a detail: `content_filter` stands for `content_filter: PROHIBITED_CONTENT` as well.
   */
  readonly finishReasons?: Readonly<Record<string, FinishReason | 'error'>> | undefined;
  /**
   * What keeps streamed tool calls apart. Default `index`. `id`: another id is another call, even
   * with an index that was there before.
   */
  readonly toolCallsBy?: 'index' | 'id' | undefined;
  /** The content of a message may be a list: its texts are the content, its thinking the reasoning. */
  readonly contentParts?: boolean | undefined;
  /**
   * `total_tokens` has reasoning in it that `completion_tokens` leaves out. It is read as OpenAI counts it: as output, and
   * what of the total is in neither part is reasoning.
   */
  readonly reasoningBeside?: boolean | undefined;
  /** `n` is ignored: one answer comes, and is complete, however many were asked for. */
  readonly ignoresN?: boolean | undefined;
  /** Fields that it refuses. They are left out, also where the caller set them. */
  readonly omits?: readonly OmittedField[] | undefined;
  /** The name that it knows `max_completion_tokens` by. */
  readonly outputCeiling?: 'max_completion_tokens' | 'max_tokens' | undefined;
  /**
   * What of `response_format` it keeps to. Default `json_schema`, but for OpenAI's models that are older than that.
   *
   * `json_object`: JSON, whatever is in it. `none`: it ignores or refuses the field.
   */
  readonly structuredOutput?: 'json_schema' | 'json_object' | 'none' | undefined;
  /** It goes on from a last message of the assistant, if these fields are added to message and request. */
  readonly continuation?:
    | {
        readonly message?: Readonly<Record<string, unknown>> | undefined;
        readonly request?: Readonly<Record<string, unknown>> | undefined;
        /** Its reply begins with that message again, which is left out then. */
        readonly repeats?: boolean | undefined;
      }
    | undefined;
}
