import type { ChatCompletionChunk } from '@farebox/core';

/**
 * What surrounds the content in an event: equal surroundings mean that only the content differs,
 * and then nothing needs `JSON.parse`.
 *
 * Nothing is assumed about field order, spacing or provider: the frame is cut out of an event that
 * was fully parsed, and it is compared whole.
 */
export interface ContentFrame {
  /** Everything up to the content's opening quote, that quote included. */
  readonly head: string;
  /** Between the content and a second string that varies (OpenAI's obfuscation), if there is one. */
  readonly varying: string | undefined;
  /** From the last varying string's closing quote to the end of the event. */
  readonly tail: string;
  /** The chunk of the event that the frame was cut out of; a consumer never gets hold of it. */
  readonly sample: ChatCompletionChunk;
}

/**
 * Learns the frame of an event whose only news is the text of choice 0.
 *
 * @returns undefined where the chunk carries anything else, or where its content is escaped.
 */
export function learnFrame(raw: string, chunk: ChatCompletionChunk): ContentFrame | undefined {
  const [choice] = chunk.choices;
  if (choice === undefined || chunk.choices.length !== 1 || chunk.usage) return undefined;
  const { delta } = choice;
  if (choice.index !== 0 || choice.finish_reason !== null || choice.logprobs) return undefined;
  if (!delta.content || !hasOnlyContent(delta)) return undefined;

  const content = findPlainString(raw, 'content', delta.content);
  if (content === undefined) return undefined;
  const head = raw.slice(0, content.start);
  const sample = copyOf(chunk);
  const { obfuscation } = chunk as { obfuscation?: unknown };
  if (typeof obfuscation !== 'string') {
    return { head, varying: undefined, tail: raw.slice(content.end), sample };
  }
  const padding = findPlainString(raw, 'obfuscation', obfuscation);
  if (padding === undefined || padding.start < content.end) return undefined;
  const varying = raw.slice(content.end, padding.start);
  return { head, varying, tail: raw.slice(padding.end), sample };
}

/** The chunk that parsing an event of this frame would give: the sample's, but for the strings that vary. */
export function chunkInFrame(
  { sample, varying }: ContentFrame,
  content: string,
  varied: string,
): ChatCompletionChunk {
  const chunk: ChatCompletionChunk & { obfuscation?: string } = copyOf(sample);
  for (const { delta } of chunk.choices) delta.content = content;
  if (varying !== undefined) chunk.obfuscation = varied;
  return chunk;
}

/** A copy of what came out of JSON; a tenth of the time that parsing it again takes. */
function copyOf<T extends object>(value: T): T {
  if (Array.isArray(value)) return value.map(copyOfItem) as T;
  const copy = { ...value };
  for (const key in copy) {
    const field = copy[key];
    if (typeof field === 'object' && field !== null) copy[key] = copyOf(field);
  }
  return copy;
}

function copyOfItem(item: unknown): unknown {
  return typeof item === 'object' && item !== null ? copyOf(item) : item;
}

function hasOnlyContent(delta: object): boolean {
  for (const key in delta) {
    if (key !== 'content' && key !== 'role' && delta[key as keyof typeof delta] !== null) {
      return false;
    }
  }
  return true;
}

/** Finds the one `"key": "value"` in JSON text whose value needs no escape. */
function findPlainString(json: string, key: string, value: string) {
  const name = `"${key}":`;
  const at = json.indexOf(name);
  // Inside a JSON string the quotes would be escaped, so a second match can only be a second field.
  if (at === -1 || json.indexOf(name, at + name.length) !== -1) return undefined;
  let start = at + name.length;
  while (json[start] === ' ') start++;
  if (json[start] !== '"') return undefined;
  start++;
  const end = start + value.length;
  return json.slice(start, end) === value && json[end] === '"' ? { start, end } : undefined;
}
