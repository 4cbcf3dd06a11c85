import { ChatError } from '@farebox/core';
import type { AnsweringModel } from '../answering-models.js';
import type { Exchange } from '../exchange.js';
import { jsonSupport } from './json-support.js';
import type { KnownForms } from './known-forms.js';
import { typedAnswer } from './typed-answer.js';
import type { TypedSchema } from './typed-schema.js';

/** What {@link withSchema} needs to know. */
export interface WithSchemaOptions {
  readonly schema: TypedSchema<unknown> | undefined;
  readonly reasks: number | undefined;
  /** The one that is asked first, and those that a fallback may go to. */
  readonly models: () => readonly AnsweringModel[];
  readonly known: KnownForms;
}

/**
 * An exchange whose answer has a value of the schema, if there is one.
 *
 * @throws {ChatError} `configuration` for options that cannot work.
 */
export function withSchema(
  next: Exchange,
  { schema, reasks = 1, models, known }: WithSchemaOptions,
): Exchange {
  if (!Number.isInteger(reasks) || reasks < 0) {
    throw new ChatError({
      kind: 'configuration',
      message: `reasks is ${reasks}; it must be a whole number from 0.`,
      fix: 'Use 0 to ask once only, or leave it out for 1.',
    });
  }
  if (schema === undefined) return next;
  const [first, ...others] = models().map(({ profile, model }) => jsonSupport(profile, model));
  const isTold = others.some((support) => support !== 'json_schema');
  return typedAnswer(next, { schema, support: first ?? 'none', isTold, reasks, known });
}
