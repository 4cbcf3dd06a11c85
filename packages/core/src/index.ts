export { backoffDelays } from './backoff/backoff-delays.js';
export {
  decideRetry,
  defaultRetryPolicy,
  type RetryDecision,
  type RetryFacts,
  type RetryPolicy,
} from './backoff/decide-retry.js';
export { type Backoff, type ExponentialOptions, exponential } from './backoff/exponential.js';
export { fullJitter } from './backoff/full-jitter.js';
export { namedWait } from './backoff/named-wait.js';
export { type HeaderReader, retryAfter } from './backoff/retry-after.js';
export {
  type RetryQuota,
  type RetryQuotaOptions,
  retryCost,
  retryQuota,
} from './backoff/retry-quota.js';
export {
  type BudgetWindow,
  type Call,
  type CallContext,
  type CallEvent,
  type DrainBounds,
  type HandedOut,
  type Layer,
  type Scope,
  stack,
} from './call.js';
export { newCallId } from './call-id.js';
export type { ChatStream, ReplyFacts, StreamEnd, Watcher } from './chat-stream.js';
export type { Clock } from './clock.js';
export { abortError } from './errors/abort-error.js';
export {
  ChatError,
  type ChatErrorFacts,
  type GaveUp,
  isChatError,
  type RefusingScope,
} from './errors/chat-error.js';
export { type ErrorKind, errorKinds, type KindFacts } from './errors/kinds.js';
export { platformCode } from './errors/platform-code.js';
export {
  assistant,
  developer,
  formatMessages,
  system,
  tool,
  user,
} from './messages.js';
export { formatUsd, type Picodollars, parseUsd, toUsd } from './money/money.js';
export { calculateCost } from './pricing/calculate-cost.js';
export type {
  Band,
  Catalogue,
  CataloguedModel,
  DailyHours,
  DatedPrice,
  Rates,
} from './pricing/catalogue.js';
export { findModel } from './pricing/find-model.js';
export { findPrice, type Price, type PriceQuery, type UnknownPrice } from './pricing/find-price.js';
export { type Invoice, type InvoiceLine, invoice, type UnknownCost } from './pricing/invoice.js';
export { type CatalogueJson, loadCatalogue } from './pricing/load-catalogue.js';
export { nearestNames } from './pricing/nearest-names.js';
export type { OmittedField, ProviderProfile } from './provider-profile.js';
export { readUsage } from './usage/read-usage.js';
export { inputTokens, type Usage, type UsageLeaf, usageLeaves } from './usage/usage-leaves.js';
export { utf8Length } from './usage/utf8-length.js';
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
export type { ByteSource, Fetch, Reply, ReplyBody, Sending } from './wire/reply.js';
export type {
  AudioFormat,
  ChatRequest,
  CustomTool,
  FunctionTool,
  ResponseFormat,
  ServiceTier,
  Tool,
  ToolChoice,
} from './wire/request.js';
