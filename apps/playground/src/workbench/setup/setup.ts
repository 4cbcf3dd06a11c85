/** Who speaks in a message. */
export const roles = ['system', 'user', 'assistant', 'tool'] as const;
export type Role = (typeof roles)[number];

/** A call of a tool in an assistant's message. */
export interface SetupToolCall {
  readonly id: string;
  readonly name: string;
  /** JSON, as the model wrote it. */
  readonly arguments: string;
}

export interface SetupMessage {
  /** Stays with the message wherever it is moved; not shared. */
  readonly key: number;
  readonly role: Role;
  readonly content: string;
  /** Only an assistant's message has any. */
  readonly toolCalls: readonly SetupToolCall[];
  /** Which call a tool's message answers; empty in all others. */
  readonly toolCallId: string;
}

/** A function that the model may call. */
export interface SetupTool {
  readonly key: number;
  readonly name: string;
  readonly description: string;
  /** JSON Schema, as text: it may be half written. */
  readonly parameters: string;
  /** What every call gets at once; empty where the reader answers. */
  readonly result: string;
}

/** One of the runs side by side: what is not said here is as in the form. */
export interface Column {
  readonly key: number;
  readonly model?: string;
  readonly temperature?: number;
  readonly system?: string;
}

/** Everything that is on the form, and all that a link shares. */
export interface Setup {
  readonly messages: readonly SetupMessage[];
  readonly model: string;
  readonly temperature: number;
  /** Of the answer, in tokens; undefined for as long as the model can write. */
  readonly maxTokens: number | undefined;
  readonly seed: number | undefined;
  readonly stream: boolean;
  readonly tools: readonly SetupTool[];
  /** JSON Schema of the answer, as text; empty for an answer in words. */
  readonly schema: string;
  /** At least one. */
  readonly columns: readonly Column[];
  /** In dollars, for all runs together. */
  readonly budgetUsd: string;
}

/** What a form, and a link, may hold. */
export const setupLimits = {
  messages: 100,
  tools: 8,
  toolCalls: 16,
  columns: 4,
  name: 64,
  model: 100,
  text: 100_000,
  maxTokens: 1_000_000,
} as const;

/** A message as the form begins it. */
export function newMessage(key: number, role: Role, content = ''): SetupMessage {
  return { key, role, content, toolCalls: [], toolCallId: '' };
}

/** A key that nothing on the form has yet. */
export function freshKey({ messages, tools, columns }: Setup): number {
  return Math.max(0, ...[...messages, ...tools, ...columns].map(({ key }) => key)) + 1;
}
