/**
 * A schema of any library that says what it accepts as JSON Schema: Standard Schema with its JSON Schema
 * (https://standardschema.dev, `StandardSchemaV1` and `StandardJSONSchemaV1` of version 1.1).
 *
 * Written down here, so that nobody needs another package for its types. What zod 4.2 and later, ArkType and others
 * export fits as it is; for earlier zod and `zod/mini` there is `@farebox/chat/zod`.
 */
export interface TypedSchema<Output, Input = unknown> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
    readonly validate: (value: unknown) => Validation<Output> | Promise<Validation<Output>>;
    readonly jsonSchema: {
      /** What is accepted, before defaults and conversions: what a model is to write. */
      readonly input: (options: { readonly target: JsonSchemaTarget }) => Record<string, unknown>;
    };
  };
}

/** What a schema says of a value. */
export type Validation<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

/** One thing that is wrong with a value. Its message may have parts of the value in it. */
export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

type JsonSchemaTarget = 'draft-2020-12' | 'draft-07';

/** A JSON Schema, as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;
