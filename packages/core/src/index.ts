export {
  type Call,
  type CallContext,
  type CallEvent,
  type Layer,
  type Scope,
  stack,
} from './call.js';
export type { ChatStream, ReplyFacts, StreamEnd, Watcher } from './chat-stream.js';
export type { Clock } from './clock.js';
export { ChatError, type ChatErrorFacts, type GaveUp, isChatError } from './errors/chat-error.js';
export { type ErrorKind, errorKinds, type KindFacts } from './errors/kinds.js';
export type { Picodollars } from './money/money.js';
export type {
  ChatCompletion,
  ChatCompletionChunk,
  ChatCompletionMessage,
  ChunkChoice,
  ChunkDelta,
  CompletionChoice,
  CompletionUsage,
  FinishReason,
  Logprobs,
  PartialCompletion,
  TokenLogprob,
  ToolCallDelta,
} from './wire/completion.js';
export type {
  AssistantMessage,
  AudioPart,
  CacheBreakpoint,
  ChatMessage,
  CustomToolCall,
  DeveloperMessage,
  FilePart,
  FunctionMessage,
  FunctionToolCall,
  ImagePart,
  RefusalPart,
  SystemMessage,
  TextPart,
  ToolCall,
  ToolMessage,
  UserMessage,
  UserPart,
} from './wire/message.js';
export type {
  ChatRequest,
  CustomTool,
  FunctionTool,
  ResponseFormat,
  ServiceTier,
  Tool,
  ToolChoice,
} from './wire/request.js';
