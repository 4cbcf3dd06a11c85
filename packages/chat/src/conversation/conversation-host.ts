import type { ChatMessage, ChatRequest } from '@farebox/core';
import type { Answer } from '../answer.js';
import type { OpenedAnswer } from '../answer-stream.js';
import type { AskOptions, CallOptions } from '../ask-options.js';
import type { Observer } from '../chat-event.js';
import type { OpenStep } from '../exchange.js';
import type { ContextWindow } from './model-window.js';

/** Stands around each call of an exchange. */
export type AroundCalls = (open: OpenStep, observe: Observer | undefined) => OpenStep;

/** What a conversation has of its client. */
export interface ConversationHost {
  readonly model: string;
  readonly system: string | undefined;
  now(): number;
  window(model: string): Promise<ContextWindow | undefined>;
  /** Asks these messages as they are, with the client's defaults. */
  open(
    messages: readonly ChatMessage[],
    options: AskOptions,
    around: AroundCalls,
  ): Promise<OpenedAnswer>;
  /** One call beside the conversation, without any default of the client. */
  aside(request: ChatRequest, options: CallOptions): Promise<Answer>;
}
