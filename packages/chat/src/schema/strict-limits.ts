import { asSchema } from './schema-node.js';
import type { JsonSchema } from './typed-schema.js';

const maxProperties = 5_000;
const maxEnumValues = 1_000;
const maxCharacters = 120_000;
const largeEnum = 250;
const maxCharactersOfLargeEnum = 15_000;
/** Objects and arrays inside the outermost one. */
export const maxNesting = 10;

/**
 * Whether a schema is within what OpenAI takes in strict mode, but for its nesting.
 *
 * @see https://platform.openai.com/docs/guides/structured-outputs#supported-schemas
 */
export function isWithinLimits(schema: JsonSchema): boolean {
  let properties = 0;
  let values = 0;
  let characters = 0;
  let isFine = true;
  const visit = (part: unknown) => {
    if (Array.isArray(part)) part.forEach(visit);
    const one = asSchema(part);
    if (one === undefined) return;
    const names = [one.properties, one.$defs].flatMap((named) =>
      Object.keys(asSchema(named) ?? {}),
    );
    const listed = Array.isArray(one.enum) ? one.enum : [];
    const texts = [...listed, one.const].filter((value) => typeof value === 'string');
    const length = texts.join('').length;
    properties += Object.keys(asSchema(one.properties) ?? {}).length;
    values += listed.length;
    characters += names.join('').length + length;
    if (listed.length > largeEnum && length > maxCharactersOfLargeEnum) isFine = false;
    for (const inner of [one.properties, one.$defs])
      Object.values(asSchema(inner) ?? {}).forEach(visit);
    visit(one.items);
    visit(one.anyOf);
  };
  visit(schema);
  return (
    isFine && properties <= maxProperties && values <= maxEnumValues && characters <= maxCharacters
  );
}
