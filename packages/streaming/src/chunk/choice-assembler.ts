import type {
  ChatCompletionMessage,
  ChunkChoice,
  ChunkDelta,
  FinishReason,
  Logprobs,
  PartialCompletion,
  ProviderProfile,
  ToolCall,
} from '@farebox/core';
import { ToolCallAssembler } from './tool-call-assembler.js';

/** Delta fields that are put together here; any other is carried over, the last value winning. */
const ownFields = new Set([
  'role',
  'content',
  'refusal',
  'reasoning_content',
  'reasoning',
  'tool_calls',
  'function_call',
  'audio',
  '__proto__',
]);

/** Puts the deltas of one choice together. */
export class ChoiceAssembler {
  content = '';
  finishReason: FinishReason | null = null;
  readonly #index: number;
  readonly #toolCalls: ToolCallAssembler;
  readonly #rest: Record<string, unknown> = {};
  #hasContent = false;
  #refusal: string | null = null;
  #reasoningContent: string | undefined;
  #reasoning: string | undefined;
  #functionCall: { name: string; arguments: string } | undefined;
  #audio: { id: string; data: string; transcript: string; expires_at: number } | undefined;
  #logprobs: Logprobs | null = null;

  constructor(index: number, { toolCallsBy }: ProviderProfile = {}) {
    this.#index = index;
    this.#toolCalls = new ToolCallAssembler(toolCallsBy);
  }

  add({ delta, finish_reason, logprobs }: ChunkChoice): void {
    if (typeof delta.content === 'string') {
      this.content += delta.content;
      this.#hasContent = true;
    }
    for (const key in delta) {
      if (key !== 'content' && key !== 'role') this.#addField(key, delta);
    }
    if (finish_reason !== null) this.finishReason = finish_reason;
    if (logprobs) this.#addLogprobs(logprobs);
  }

  /** Gives the choice the finish that its provider never says. */
  conclude(): void {
    const hasCalls = this.#toolCalls.assembled().length > 0;
    this.finishReason ??= hasCalls ? 'tool_calls' : this.#functionCall ? 'function_call' : 'stop';
  }

  #addField(key: string, delta: ChunkDelta): void {
    if (!ownFields.has(key)) {
      const value = delta[key as keyof ChunkDelta];
      if (value != null) this.#rest[key] = value;
    } else if (key === 'refusal' && delta.refusal) {
      this.#refusal = (this.#refusal ?? '') + delta.refusal;
    } else if (key === 'reasoning_content' && delta.reasoning_content) {
      this.#reasoningContent = (this.#reasoningContent ?? '') + delta.reasoning_content;
    } else if (key === 'reasoning' && delta.reasoning) {
      this.#reasoning = (this.#reasoning ?? '') + delta.reasoning;
    } else if (key === 'tool_calls' && delta.tool_calls) {
      this.#toolCalls.add(delta.tool_calls);
    } else if (key === 'function_call' && delta.function_call) {
      this.#functionCall ??= { name: '', arguments: '' };
      this.#functionCall.name += delta.function_call.name ?? '';
      this.#functionCall.arguments += delta.function_call.arguments ?? '';
    } else if (key === 'audio' && delta.audio) {
      this.#addAudio(delta.audio);
    }
  }

  #addAudio({ id, data, transcript, expires_at }: NonNullable<ChunkDelta['audio']>): void {
    this.#audio ??= { id: '', data: '', transcript: '', expires_at: 0 };
    if (id) this.#audio.id = id;
    if (expires_at) this.#audio.expires_at = expires_at;
    // Audio may end with a chunk that has only `expires_at`, without a finish_reason (openai 7.57).
    if (expires_at && !data && !transcript && this.#audio.data !== '') {
      this.finishReason ??= 'stop';
    }
    this.#audio.data += data ?? '';
    this.#audio.transcript += transcript ?? '';
  }

  #addLogprobs({ content, refusal }: Logprobs): void {
    this.#logprobs ??= { content: null, refusal: null };
    this.#logprobs.content = append(this.#logprobs.content, content);
    this.#logprobs.refusal = append(this.#logprobs.refusal, refusal);
  }

  assembled(): PartialCompletion['choices'][number] {
    const toolCalls: ToolCall[] = this.#toolCalls.assembled();
    const message: ChatCompletionMessage = {
      ...this.#rest,
      role: 'assistant',
      content: this.#hasContent || this.content !== '' ? this.content : null,
      refusal: this.#refusal,
      ...(this.#reasoningContent !== undefined && { reasoning_content: this.#reasoningContent }),
      ...(this.#reasoning !== undefined && { reasoning: this.#reasoning }),
      ...(toolCalls.length > 0 && { tool_calls: toolCalls }),
      ...(this.#functionCall && { function_call: this.#functionCall }),
      ...(this.#audio && { audio: this.#audio }),
    };
    return {
      index: this.#index,
      message,
      finish_reason: this.finishReason,
      logprobs: this.#logprobs,
    };
  }
}

/** Appends in place: copying the list at every chunk would be quadratic. */
function append<T>(list: T[] | null, more: T[] | null | undefined): T[] | null {
  if (!more) return list;
  if (list === null) return [...more];
  for (const item of more) list.push(item);
  return list;
}
