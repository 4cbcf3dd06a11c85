import { isChatError } from '@farebox/core';
import { asObject, type JsonObject } from './json-object.js';
import { keywords } from './keywords.js';

/** A JSON Schema as it was written, or why it is none. */
export type ParsedSchema =
  | { readonly schema: JsonObject; readonly problem?: undefined }
  | { readonly schema?: undefined; readonly problem: string };

/** More levels than any answer needs; a link must not be able to make the page run out of stack. */
const mostLevels = 24;

/** Reads the text of a JSON Schema and says in a sentence what is wrong with it. `object` wants the schema of one. */
export function parseSchema(text: string, { object = false } = {}): ParsedSchema {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: `This is no JSON: ${wordsOf(error)}` };
  }
  const schema = asObject(value);
  if (schema === undefined)
    return { problem: 'A JSON Schema is an object: {"type": "object", …}.' };
  const problem = problemIn(schema, 'the schema', 0);
  if (problem !== undefined) return { problem };
  if (object && schema.type !== 'object') {
    return { problem: 'The parameters of a function are an object: begin with "type": "object".' };
  }
  return { schema };
}

/** The engine's own sentence has the place, and after it the text; the place is enough. */
function wordsOf(error: unknown): string {
  const message = isChatError(error) || error instanceof Error ? error.message : String(error);
  return message.replace(/,? ?(?:"|\.\.\.).*is not valid JSON$/s, '').slice(0, 120);
}

function problemIn(schema: JsonObject, place: string, level: number): string | undefined {
  if (level > mostLevels) return `The schema is nested more than ${mostLevels} levels deep.`;
  for (const [name, value] of Object.entries(schema)) {
    const keyword = Object.hasOwn(keywords, name) ? keywords[name] : undefined;
    if (keyword === undefined) return `${place} has "${name}", which cannot be checked here.`;
    const problem = keyword.problem(value);
    if (problem !== undefined) return `"${name}" of ${place} ${problem}.`;
    for (const [part, where] of keyword.parts(value, place)) {
      const inner = asObject(part);
      if (inner === undefined) {
        if (typeof part === 'boolean') continue;
        return `${where} is no schema: it has to be an object.`;
      }
      const found = problemIn(inner, where, level + 1);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
