import type { ChatMessage } from '../wire/message.js';
import type { ChatRequest } from '../wire/request.js';
import { mostAudioTokens } from './audio-bound.js';
import { mostImageTokens } from './image-bound.js';
import { isSeen } from './seen-fields.js';

/** Everything of a request that becomes input. */
export interface RequestParts {
  readonly texts: readonly string[];
  readonly messages: number;
  readonly tools: number;
  /** The most tokens of each image whose rule is known. */
  readonly images: readonly number[];
  /** The most tokens of each recording whose rule and length are known. */
  readonly audio: readonly number[];
  /** What has no such number, by name, such as `messages[1].content[0] (file)`. */
  readonly unbounded: readonly string[];
}

/** Takes a request apart: texts to be measured, media by their rules, and what nobody can measure. */
export function requestParts(request: ChatRequest): RequestParts {
  const { model } = request;
  const texts: string[] = [];
  const images: number[] = [];
  const audio: number[] = [];
  const unbounded: string[] = [];
  const addJson = (value: unknown) => texts.push(JSON.stringify(value) ?? '');

  const addPart = (value: unknown, path: string) => {
    const part = Object(value) as Record<string, unknown>;
    const text = part.type === 'refusal' ? part.refusal : part.text;
    if ((part.type === 'text' || part.type === 'refusal') && typeof text === 'string') {
      texts.push(text);
      return;
    }
    const type = typeof part.type === 'string' ? part.type : 'part without a type';
    const { url, detail, data, format } = Object(part[type]) as Record<string, unknown>;
    const image =
      type === 'image_url' && typeof url === 'string'
        ? mostImageTokens(model, { url, detail: typeof detail === 'string' ? detail : undefined })
        : undefined;
    const sound =
      type === 'input_audio' && typeof data === 'string'
        ? mostAudioTokens(model, { data, format: String(format) })
        : undefined;
    if (image !== undefined) images.push(image);
    else if (sound !== undefined) audio.push(sound);
    else unbounded.push(`${path} (${mediaNames[type] ?? type})`);
  };

  const addMessage = (message: ChatMessage, path: string) => {
    for (const [name, value] of Object.entries(message)) {
      if (name === 'content' && Array.isArray(value)) {
        value.forEach((part, index) => {
          addPart(part, `${path}.content[${index}]`);
        });
      } else if (typeof value === 'string') texts.push(value);
      else if (name === 'audio' && value) unbounded.push(`${path}.audio (audio)`);
      else if (name !== 'content' || value) addJson(value);
    }
  };

  request.messages.forEach((message, index) => {
    addMessage(message, `messages[${index}]`);
  });
  for (const [name, value] of Object.entries(request)) if (isSeen(name)) addJson(value);
  if ('web_search_options' in request) unbounded.push('web_search_options (search results)');
  const tools = lengthOf(request.tools) + lengthOf((request as { functions?: unknown }).functions);
  return { texts, messages: request.messages.length, tools, images, audio, unbounded };
}

const mediaNames: Readonly<Record<string, string>> = {
  image_url: 'image',
  input_audio: 'audio',
};

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}
