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
  const { obfuscation } = chunk as { obfuscation?: unknown };
  if (typeof obfuscation !== 'string') {
    return { head, varying: undefined, tail: raw.slice(content.end) };
  }
  const padding = findPlainString(raw, 'obfuscation', obfuscation);
  if (padding === undefined || padding.start < content.end) return undefined;
  return { head, varying: raw.slice(content.end, padding.start), tail: raw.slice(padding.end) };
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
