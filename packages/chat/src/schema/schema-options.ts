import type { TypedSchema } from './typed-schema.js';

/** What an answer has to be, for one call. */
export interface SchemaOptions<Value, Input> {
  /**
   * Asks for JSON and hands out the checked value: `answer.value`. Any Standard Schema that carries its JSON Schema; for zod
   * before 4.2 and `zod/mini` see `@farebox/chat/zod`.
   */
  readonly schema?: TypedSchema<Value, Input>;
}

/** What happens when an answer does not fit its schema; of a client, or of one call. */
export interface ReAskOptions {
  /** How often the model is asked again, with what is wrong. Each costs as much as a call. Default 1. */
  readonly reasks?: number | undefined;
}
