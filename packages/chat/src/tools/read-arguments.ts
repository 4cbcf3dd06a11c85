import type { JsonSchema, SchemaIssue, TypedSchema } from '../schema/typed-schema.js';
import { validate } from '../schema/validate.js';
import { withoutNulls } from '../schema/without-nulls.js';

/** Arguments as the tool takes them, or what the model is told to correct. */
export type ReadArguments = { readonly value: unknown } | { readonly problem: string };

const maximumDepth = 100;
const maximumIssues = 10;
const maximumCharacters = 300;

/**
 * Reads the arguments that a model has written: JSON, an object, and what the schema says.
 *
 * None at all are an empty object, as some providers send them. A member called `__proto__` is refused: whoever
 * copies it member by member changes what his object inherits.
 *
 * What may be absent may be `null`: strict mode has models write it so. What the schema itself throws is its caller's to see.
 *
 * @param parameters The schema as JSON Schema.
 */
export async function readArguments(
  text: string,
  schema: TypedSchema<unknown> | undefined,
  parameters: JsonSchema = {},
): Promise<ReadArguments> {
  let value: unknown;
  try {
    value = text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    return { problem: 'The arguments are not valid JSON. Send one JSON object.' };
  }
  const fault = faultIn(value);
  if (fault !== undefined) return { problem: fault };
  if (schema === undefined) {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? { value } : { problem: 'The arguments are no JSON object. Send one.' };
  }
  const validation = await validate(schema, withoutNulls(value, parameters));
  return validation.issues === undefined
    ? { value: validation.value }
    : { problem: inWords(validation.issues) };
}

/** Walks without recursion: the text decides how deep it is. */
function faultIn(root: unknown): string | undefined {
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maximumDepth) {
      return `The arguments are nested more than ${maximumDepth} levels deep. Send fewer.`;
    }
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      if (Object.hasOwn(value, '__proto__')) {
        return 'The arguments have a member called __proto__, which is not taken. Leave it out.';
      }
      for (const inner of Object.values(value)) next.push(inner);
    }
    level = next;
  }
  return undefined;
}

function inWords(issues: readonly SchemaIssue[]): string {
  const lines = issues.slice(0, maximumIssues).map(({ message, path = [] }) => {
    const keys = path.map((step) => String(typeof step === 'object' ? step.key : step));
    const where = keys.length === 0 ? '' : `${keys.join('.')}: `;
    return `- ${`${where}${message}`.slice(0, maximumCharacters)}`;
  });
  const more = issues.length - lines.length;
  if (more > 0) lines.push(`- and ${more} more`);
  return ['The arguments do not fit the parameters:', ...lines].join('\n');
}
