import { malformed } from './malformed.js';

/**
 * Turns content that is a list of parts into what everybody else sends: text, and reasoning beside it.
 *
 * A part of another type (a reference, an image) has no text and is left out.
 *
 * @throws {ChatError} `protocol` for parts that are no objects.
 */
export function joinParts(delta: Record<string, unknown>): void {
  const { content } = delta;
  if (!Array.isArray(content)) return;
  let text = '';
  let thinking = '';
  for (const part of content) {
    const { type } = asPart(part);
    if (type === 'text') text += textOf(part.text);
    if (type === 'thinking') thinking += thinkingOf(part.thinking);
  }
  delta.content = text;
  if (thinking !== '') delta.reasoning_content = thinking;
}

/** Thinking is a list of parts itself, or plain text. */
function thinkingOf(thinking: unknown): string {
  if (!Array.isArray(thinking)) return textOf(thinking);
  return thinking.map((part) => textOf(asPart(part).text)).join('');
}

function textOf(value: unknown): string {
  if (value == null || typeof value === 'string') return value ?? '';
  throw malformed('invalid-chunk', 'a part of content that is no text');
}

function asPart(part: unknown): Record<string, unknown> {
  if (typeof part === 'object' && part !== null) return part as Record<string, unknown>;
  throw malformed('invalid-chunk', 'a part of content that is no object');
}
