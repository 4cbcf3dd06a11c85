import type { ChatRequest, Clock } from '@farebox/core';
import type { ReplyPlan } from '../wire/plan.js';
import type { SentForm, UnansweredForm } from './wire-fault.js';

/** The numbers of a fault; each fault reads those that mean something to it. */
export interface FaultSettings {
  /**
   * How many events (the role chunk is the first), or eighths of a JSON reply, are sent before the
   * fault. Default 3.
   */
  readonly afterChunks?: number;
  /** For `rate-limit`: the wait that the reply asks for. Without it, the reply asks for none. */
  readonly retryAfterMs?: number;
  /**
   * For faults with a 5xx, or without any reply: whether the answer was generated, and is billed.
   * Default: one in three.
   */
  readonly billed?: boolean;
  /** The HTTP status; of `error-event`, the status inside the error. */
  readonly status?: number;
  /** The error's code. */
  readonly code?: string;
  /** What the body of `status` is. Default `json`. */
  readonly body?: 'json' | 'html' | 'garbage' | 'empty';
  /** Headers beside those of the reply, or in their place. */
  readonly headers?: Readonly<Record<string, string>>;
  /** How long the line of `giant-line` gets. Default 400,000,000. */
  readonly bytes?: number;
  /** The index that is none. Default -1. */
  readonly index?: unknown;
  /** Laid over the usage that is reported. */
  readonly usage?: Readonly<Record<string, unknown>>;
  /** The model that answers. */
  readonly model?: string;
  /** The tier that serves. Default `priority`. */
  readonly tier?: string;
}

export type FaultSetting = keyof FaultSettings;

/** What a fault that answers in place of the model may know. */
export interface FaultContext {
  readonly url: URL;
  readonly headers: Headers;
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
