/** Marks where a prompt's cached prefix may end. */
export interface CacheBreakpoint {
  mode: 'explicit';
  ttl?: '30m' | '12h';
}

export interface TextPart {
  type: 'text';
  text: string;
  prompt_cache_breakpoint?: CacheBreakpoint;
}

export interface ImagePart {
  type: 'image_url';
  image_url: { url: string; detail?: 'auto' | 'low' | 'high' | 'original' };
  prompt_cache_breakpoint?: CacheBreakpoint;
}

export interface AudioPart {
  type: 'input_audio';
  input_audio: { data: string; format: 'wav' | 'mp3' };
  prompt_cache_breakpoint?: CacheBreakpoint;
}

export interface FilePart {
  type: 'file';
  file: { file_data?: string; file_id?: string; filename?: string };
  prompt_cache_breakpoint?: CacheBreakpoint;
}

export interface RefusalPart {
  type: 'refusal';
  refusal: string;
}

export type UserPart = TextPart | ImagePart | AudioPart | FilePart;

export interface SystemMessage {
  role: 'system';
  content: string | TextPart[];
  name?: string;
}

export interface DeveloperMessage {
  role: 'developer';
  content: string | TextPart[];
  name?: string;
}

export interface UserMessage {
  role: 'user';
  content: string | UserPart[];
  name?: string;
}

export interface FunctionToolCall {
  id: string;
  type: 'function';
  function: { name: string; arguments: string };
}

export interface CustomToolCall {
  id: string;
  type: 'custom';
  custom: { name: string; input: string };
}

export type ToolCall = FunctionToolCall | CustomToolCall;

export interface AssistantMessage {
  role: 'assistant';
  content?: string | (TextPart | RefusalPart)[] | null;
  name?: string;
  refusal?: string | null;
  audio?: { id: string } | null;
  tool_calls?: ToolCall[];
  /** Deprecated by OpenAI in favour of `tool_calls`. */
  function_call?: { name: string; arguments: string } | null;
}

export interface ToolMessage {
  role: 'tool';
  content: string | TextPart[];
  tool_call_id: string;
}

/** Deprecated by OpenAI in favour of {@link ToolMessage}. */
export interface FunctionMessage {
  role: 'function';
  name: string;
  content: string | null;
}

/** One message of a conversation, by role. */
export type ChatMessage =
  | SystemMessage
  | DeveloperMessage
  | UserMessage
  | AssistantMessage
  | ToolMessage
  | FunctionMessage;
