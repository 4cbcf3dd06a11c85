import type { ChatRequest, Clock, HeaderReader } from '@farebox/core';
import type { ReplyPlan } from '../wire/plan.js';
import type { SentForm, UnansweredForm } from './wire-fault.js';

/** The settings of a fault. Each fault reads some of them; to give it another is an error. */
export interface FaultSettings {
  /**
   * How many events (the role chunk is the first), or eighths of a JSON reply, are sent before the
   * fault. Default 3.
   */
  readonly afterChunks?: number;
  /** For `rate-limit`: the wait that the reply asks for. Without it, the reply asks for none. */
  readonly retryAfterMs?: number;
  /**
   * Where the client cannot know (a 5xx, a lost answer, no reply at all): whether the answer was
   * generated, and is billed. Default: one in three, but no 4xx of `status`.
   */
  readonly billed?: boolean;
  /** The HTTP status, 400 to 599 (of a redirect 301, 302, 303, 307 or 308); of `error-event`, that in the error. */
  readonly status?: number;
  /** The error's code. */
  readonly code?: string;
  /** What the body of `status` is. Default `json`. */
  readonly body?: 'json' | 'html' | 'garbage' | 'empty';
  /** Headers beside those of a reply that stands in for the model's, or in their place. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The length of the line of `giant-line`. Default 400,000,000. */
  readonly bytes?: number;
  /** The index that is none, any JSON value. Default -1. */
  readonly index?: unknown;
  /** Laid over the right usage, details over details. Default `{ total_tokens: -1 }`. */
  readonly usage?: Readonly<Record<string, unknown>>;
  /** The model that answers; a name that no model has is only said. Default `gpt-4.1-nano`. */
  readonly model?: string;
  /** The tier that serves; one that the model has not is only said. Default `priority`. */
  readonly tier?: string;
}

export type FaultSetting = keyof FaultSettings;

/** What a fault that answers in place of the model may know. */
export interface FaultContext {
  readonly url: URL;
  readonly headers: HeaderReader;
  readonly requestId: string;
  readonly model: string;
}

/** One way for a provider to fail, and the settings that it reads. */
export type Fault = { readonly reads?: readonly FaultSetting[] } & Effect;

type Effect =
  /**
   * Answers instead of the model; a status under 500 counts as a refusal. Nothing: the request is
   * none that the fault is about.
   */
  | { readonly reply: (context: FaultContext, settings: FaultSettings) => Response | undefined }
  /** Changes the request before it is answered. */
  | { readonly rewrite: (request: ChatRequest, settings: FaultSettings) => ChatRequest }
  /** Changes the reply before it is written. */
  | { readonly bend: (plan: ReplyPlan, settings: FaultSettings) => ReplyPlan }
  /** Changes how the reply is spelt, after all that changes what it says. */
  | { readonly respell: (plan: ReplyPlan) => ReplyPlan }
  /** Keeps the request from arriving: what `fetch` throws, and after how long. */
  | { readonly unreachable: (url: URL) => TypeError; readonly afterMs?: number }
  /** Leaves the request without a reply: what `fetch` throws, and after how long it gives up itself. */
  | {
      readonly unanswered: UnansweredForm | 'no-headers';
      readonly thrown: () => TypeError;
      readonly afterMs?: number;
    }
  /** Sends the reply another way: what `fetch` makes of it, or throws; without it, nothing is seen. */
  | {
      readonly sent: SentForm;
      readonly bend?: (plan: ReplyPlan, settings: FaultSettings) => ReplyPlan;
      readonly shown?: (response: Response, clock: Clock) => Response;
    };
