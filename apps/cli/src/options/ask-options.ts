import type { ProfileName } from '@farebox/client';
import type { UnknownOutcomePolicy, UnknownPricePolicy } from '@farebox/cost';
import type { ConversationOptions } from '../conversations/conversation-options.js';
import type { PromptOptions } from '../prompt/read-prompt.js';
import type { RequestOptions } from './request-options.js';
import type { ExtractOptions, ScreenOptions } from './screen-options.js';

/** The options of `ask`, each checked on its own; the ones that were not given are missing. */
export interface AskOptions
  extends ConversationOptions,
    PromptOptions,
    ScreenOptions,
    ExtractOptions {
  readonly model: string;
  /** Whether it stands on the command line, and outranks that of a role. */
  readonly modelIsGiven?: boolean;
  /** What the conversation that goes on was asked with; the command line and a role outrank it. */
  readonly before?: { readonly model?: string; readonly temperature?: number | undefined };
  readonly system?: string;
  readonly temperature?: number;
  readonly maxTokens?: number;
  /** Any other parameter of the request, as it goes into the body. */
  readonly option?: RequestOptions;
  /** US dollars as decimal text. */
  readonly maxCost?: string;
  readonly retries?: number;
  readonly onTruncated?: 'throw' | 'restart' | 'continue';
  /** Seconds. */
  readonly timeout?: number;
  /** Checked where the endpoint is chosen, with the user's settings. */
  readonly provider?: string;
  readonly baseUrl?: string;
  readonly profile?: ProfileName;
  /** Whose money it is, beside the user's. */
  readonly session?: string;
  /** Labels on the receipts. */
  readonly tag?: Readonly<Record<string, string>>;
  /** The fewest output tokens that an answer is still asked for. */
  readonly fit?: number;
  readonly unknownPrice?: UnknownPricePolicy;
  readonly unknownOutcome?: UnknownOutcomePolicy;
  /** Whether the receipts are kept. */
  readonly log: boolean;
  readonly stream: boolean;
  readonly json?: boolean;
  /** As it was given: JSON, where it is, or the names of fields. */
  readonly schema?: string;
  readonly strict?: boolean;
}
