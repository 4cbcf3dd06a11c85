import { maximumCharacters, maximumMessages } from './size-limits.js';

const roles = ['system', 'developer', 'user', 'assistant'];

/**
 * Whether a body is one of those that nothing can be wrong with, field by field: texts as messages, whether and how to
 * stream, a temperature, a ceiling.
 *
 * Most requests are. For them the schema of all others need not be there, which takes Node.js 12 ms to make.
 */
export function isPlain(body: unknown): boolean {
  return (
    isObject(body) &&
    body.model !== undefined &&
    body.messages !== undefined &&
    hasOnly(body, (name, value) => Object.hasOwn(fields, name) && fields[name]?.(value) === true)
  );
}

const isCeiling = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 1;

const fields: Readonly<Record<string, (value: unknown) => boolean>> = {
  model: (value) => typeof value === 'string' && value !== '',
  messages: (value) =>
    Array.isArray(value) &&
    value.length >= 1 &&
    value.length <= maximumMessages &&
    value.every(isPlainMessage),
  stream: (value) => typeof value === 'boolean',
  stream_options: (value) =>
    isObject(value) &&
    hasOnly(
      value,
      (name, set) => /^include_(?:usage|obfuscation)$/.test(name) && typeof set === 'boolean',
    ),
  temperature: (value) => typeof value === 'number' && value >= 0 && value <= 2,
  max_tokens: isCeiling,
  max_completion_tokens: isCeiling,
};

function isPlainMessage(message: unknown): boolean {
  return (
    isObject(message) &&
    message.role !== undefined &&
    message.content !== undefined &&
    hasOnly(message, (name, value) => {
      if (typeof value !== 'string') return false;
      if (name === 'role') return roles.includes(value);
      return name === 'content' && value.length <= maximumCharacters;
    })
  );
}

/** Whether all that an object has is right; of a million names, no more than the first wrong one is looked at. */
function hasOnly(
  object: Readonly<Record<string, unknown>>,
  isRight: (name: string, value: unknown) => boolean,
): boolean {
  for (const name in object) {
    if (!isRight(name, object[name])) return false;
  }
  return true;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
