import { type ChatCompletion, ChatError } from '@farebox/core';
import { jsonObjectsIn } from './json-objects-in.js';
import type { ObjectRoot } from './object-root.js';
import { type Mismatch, mismatch, noJson } from './schema-mismatch.js';
import { asSchema } from './schema-node.js';
import type { TypedSchema } from './typed-schema.js';
import { validate } from './validate.js';
import { withoutNulls } from './without-nulls.js';

/** Of an answer with more objects than this, the last ones are looked at. */
const maxCandidates = 20;

/**
 * The value in an answer: of the JSON objects in its text the last one that fits.
 *
 * @throws {ChatError} `schema` (code `threw`) when the schema throws instead of saying what is wrong.
 */
export async function readValue(
  completion: ChatCompletion,
  schema: TypedSchema<unknown>,
  root: ObjectRoot,
): Promise<{ readonly value: unknown } | Mismatch> {
  const text = completion.choices[0]?.message.content ?? '';
  let first: Mismatch | undefined;
  for (const object of jsonObjectsIn(text).slice(-maxCandidates).toReversed()) {
    const meant = asSchema(withoutNulls(object, root.schema)) ?? {};
    const given = root.isWrapped ? ownValue(meant) : meant;
    const { value, issues } = await validated(schema, given, completion);
    if (issues === undefined) return { value };
    const prefix = root.isWrapped ? ['value'] : [];
    const placed = issues.map((issue) => ({ ...issue, path: [...prefix, ...(issue.path ?? [])] }));
    first ??= mismatch(completion, placed, root.schema);
  }
  return first ?? noJson(completion);
}

function ownValue(object: Readonly<Record<string, unknown>>): unknown {
  return Object.hasOwn(object, 'value') ? object.value : undefined;
}

async function validated(schema: TypedSchema<unknown>, given: unknown, completion: ChatCompletion) {
  try {
    const { value, issues } = { value: undefined, ...(await validate(schema, given)) };
    return { value, issues };
  } catch (cause) {
    throw new ChatError({
      kind: 'schema',
      code: 'threw',
      message: 'The schema threw while it checked the answer; see the cause.',
      fix: 'Have its transforms and refinements report what is wrong as an issue.',
      delivered: true,
      partial: completion,
      cause,
    });
  }
}
