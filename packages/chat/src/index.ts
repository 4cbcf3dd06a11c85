export type { Answer } from './answer.js';
export type { AnswerStream } from './answer-stream.js';
export type { AskOptions, CallOptions } from './ask-options.js';
export type { Budget, BudgetOptions } from './budget.js';
export { ChatClient, type ScopeBalance } from './chat-client.js';
export type {
  AnswerEvent,
  ChatEvent,
  ErrorEvent,
  Observer,
  ReceiptEvent,
} from './chat-event.js';
export type { ChatClientOptions, ConnectionOptions } from './client-options.js';
export type { ContextOptions } from './conversation/context-options.js';
export {
  type ContextPolicy,
  type DropOldest,
  dropOldest,
  type Summarise,
  type SummariseOptions,
  summarise,
} from './conversation/context-policy.js';
export type { ContextTrimmedEvent } from './conversation/context-trimmed-event.js';
export type { Conversation, ConversationOptions } from './conversation/conversation.js';
export type { ConversationJson, TurnJson } from './conversation/conversation-json.js';
export type { KeptMessage } from './conversation/kept-message.js';
export type { Question } from './conversation/question.js';
export type { Turn } from './conversation/turn.js';
export type { OnLengthOptions } from './on-length/on-length-options.js';
export { type Persona, personas, type TranslatorOptions } from './personas.js';
export type { Prompt } from './prompt.js';
export type { FallbackTarget, ProviderOptions } from './provider-options.js';
export type { DeepPartial } from './schema/deep-partial.js';
export type { ReAskEvent } from './schema/re-ask-event.js';
export type { ReAskOptions, SchemaOptions } from './schema/schema-options.js';
export type { SchemaIssue, TypedSchema, Validation } from './schema/typed-schema.js';
export type { TokenTotals } from './token-totals.js';
export {
  type ArgumentsOf,
  defineTool,
  type ExecutableTool,
  type ToolContext,
  type ToolDefinition,
} from './tools/define-tool.js';
export { ToolError } from './tools/tool-error.js';
export type { ToolEndEvent, ToolEvent, ToolFailure, ToolStartEvent } from './tools/tool-event.js';
export type { ToolList } from './tools/tool-list.js';
export type { ToolLoopOptions } from './tools/tool-loop-options.js';
export type { ToolOptions } from './tools/tool-options.js';
