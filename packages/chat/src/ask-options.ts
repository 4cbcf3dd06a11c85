import type { ChatRequest } from '@farebox/core';
import type { Observer } from './chat-event.js';
import type { OnLengthOptions } from './on-length/on-length-options.js';
import type { ReAskOptions, SchemaOptions } from './schema/schema-options.js';
import type { ToolOptions } from './tools/tool-options.js';

/** What one call may have of its own, beside any request parameter. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Labels on the receipts of this call, beside the client's. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** Hears of this call alone, after the client's. */
  readonly observe?: Observer | undefined;
}

/** Any request parameter holds for this call, in place of the client's. */
export type AskOptions<Value = unknown, Input = unknown> = CallOptions &
  SchemaOptions<Value, Input> &
  ReAskOptions &
  OnLengthOptions &
  ToolOptions & {
    readonly [Name in Exclude<keyof ChatRequest, 'messages' | 'tools'>]?:
      | ChatRequest[Name]
      | undefined;
  };

/** Everything that is no request parameter. A record, so that none can be forgotten and sent. */
const callOptionNames: Readonly<
  Record<
    | keyof CallOptions
    | keyof ToolOptions
    | keyof SchemaOptions<unknown, unknown>
    | keyof ReAskOptions
    | keyof OnLengthOptions,
    true
  >
> = {
  signal: true,
  tags: true,
  observe: true,
  tools: true,
  toolLoop: true,
  schema: true,
  reasks: true,
  onLength: true,
  continuations: true,
};

/** What of the options goes into the request. */
export function requestParameters(options: AskOptions): Partial<ChatRequest> {
  const entries = Object.entries(options).filter(
    ([name, value]) => !Object.hasOwn(callOptionNames, name) && value !== undefined,
  );
  return Object.fromEntries(entries);
}
