import type { TypedSchema } from '@farebox/chat';
import { ChatError } from '@farebox/core';
import type { Io } from '../io/io.js';
import { decodeText } from '../prompt/decode-text.js';
import type { InputLimit } from '../prompt/input-limits.js';
import { readInput } from '../prompt/read-input.js';
import { schemaFromWords } from './schema-from-words.js';

const limit: InputLimit = {
  bytes: 1024 * 1024,
  fix: 'Say less of the answer: a schema is sent with every call, and paid for.',
};

/** The schema of a call, if it has one. */
export async function schemaOf(
  { schema }: { readonly schema?: string | undefined },
  io: Io,
): Promise<TypedSchema<unknown> | undefined> {
  return schema === undefined ? undefined : readSchema(schema, io);
}

/**
 * The schema that `--schema` means: JSON Schema in a file or at an address, JSON Schema as it stands there, or the names
 * of fields. zod, which checks the answer, is loaded here.
 *
 * @throws {ChatError} `configuration` for what is none, or has parts that cannot be checked.
 */
async function readSchema(text: string, io: Io): Promise<TypedSchema<unknown>> {
  const json = await jsonSchemaOf(text.trim(), io);
  const { fromJSONSchema } = await import('zod');
  let checked: ReturnType<typeof fromJSONSchema>;
  try {
    checked = fromJSONSchema(json as Parameters<typeof fromJSONSchema>[0]);
  } catch (error) {
    // zod's message has the keyword, and nothing of the answer; the schema is the user's own.
    throw wrong(
      `--schema has a part that cannot be checked: ${(error as Error).message}`,
      'Say it with type, properties, required, items, enum, const, anyOf, minimum, maxLength, pattern and the like.',
    );
  }
  const { validate } = checked['~standard'];
  return {
    '~standard': {
      version: 1,
      vendor: 'json-schema',
      validate: async (value) => {
        const { issues } = await validate(value);
        return issues === undefined ? { value } : { issues };
      },
      // As it was written, and not as zod would write it.
      jsonSchema: { input: () => ({ ...json }) },
    },
  };
}

async function jsonSchemaOf(text: string, io: Io): Promise<Record<string, unknown>> {
  if (text.startsWith('{')) return parsed(text, '--schema');
  if (!isSource(text)) return schemaFromWords(text);
  const { bytes, subject, encoding } = await readInput(text, limit, io);
  return parsed(decodeText(bytes, subject, encoding), `${subject}, for --schema,`);
}

/** What a field is called, its type and the colon before its description; no drive of Windows, and no scheme of an address. */
const described = /^[A-Za-z_]\w*(?:\[\])?\??(?:\s+[a-z]+)?\s*:(?![/\\])/;

/** Whether a text names a file or an address: no field has a dot or a slash in its name. */
function isSource(text: string): boolean {
  const [first = ''] = text.split(/[,\n]/);
  return /[./\\]/.test(first) ? !described.test(first) : /^[^\s:]+\.json$/i.test(text);
}

function parsed(text: string, subject: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw wrong(`${subject} is no JSON.`, 'Check its brackets, quotes and commas, as with jq.');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw wrong(
    `${subject} is no JSON Schema, which is an object.`,
    'Write it as in {"type": "object", "properties": {"name": {"type": "string"}}}.',
  );
}

function wrong(message: string, fix: string): ChatError {
  return new ChatError({ kind: 'configuration', message, fix });
}
