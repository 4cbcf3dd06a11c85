export type { Answer } from './answer.js';
export type { AnswerStream } from './answer-stream.js';
export type { AskOptions, CallOptions } from './ask-options.js';
export type { Budget, BudgetOptions } from './budget.js';
export { ChatClient, type ScopeBalance } from './chat-client.js';
export type {
  ChatClientOptions,
  ConnectionOptions,
  Observer,
  ReceiptEvent,
} from './client-options.js';
export { type Persona, personas, type TranslatorOptions } from './personas.js';
export type { Prompt } from './prompt.js';
export type { FallbackTarget, ProviderOptions } from './provider-options.js';
export type { TokenTotals } from './token-totals.js';
