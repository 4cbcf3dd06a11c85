import {
  assistant,
  type ChatCompletion,
  ChatError,
  type ChatRequest,
  isChatError,
  user,
} from '@farebox/core';
import type { Exchange, ExchangeEnd } from '../exchange.js';
import { type JsonForm, jsonRequest } from './json-request.js';
import { jsonSchemaOf } from './json-schema-of.js';
import type { JsonSupport } from './json-support.js';
import type { KnownForms } from './known-forms.js';
import { objectRoot } from './object-root.js';
import { readValue } from './read-value.js';
import type { TypedSchema } from './typed-schema.js';
import { unanswered } from './unanswered.js';

export interface TypedAnswerOptions {
  readonly schema: TypedSchema<unknown>;
  /** Of the model that is asked first. */
  readonly support: JsonSupport;
  /** The schema stands in a message as well, for a fallback to a model that has no `json_schema`. */
  readonly isTold: boolean;
  /** How often the model is asked again for an answer that does not fit. */
  readonly reasks: number;
  /** What the client has been refused before. */
  readonly known: KnownForms;
}

/**
 * Asks for JSON of a schema, and again with what is wrong where the answer does not fit.
 *
 * A provider that says it does not know `json_schema`, or a rule in it, has generated nothing: it is asked again in a simpler
 * form, and that is no re-ask. The client's later answers begin with that form.
 */
export function typedAnswer(
  next: Exchange,
  { schema, support, isTold, reasks, known }: TypedAnswerOptions,
): Exchange {
  const root = objectRoot(jsonSchemaOf(schema));
  const text = JSON.stringify(root.schema);
  return async function* typed(request, context) {
    checkRequest(request);
    const { model } = request;
    let form: JsonForm = known.of(model, text) ?? support;
    let refusal: FormRefusal | undefined;
    let asked = jsonRequest(request, root, form, isTold);
    let before: ChatError | undefined;
    for (let asks = 1; ; ) {
      const messages = [...asked.messages, ...context.said];
      let end: ExchangeEnd;
      try {
        end = yield* next({ ...asked, messages }, context);
      } catch (error) {
        const refused = refusalOf(error, form);
        if (refused === undefined) throw afterReAsk(error, before);
        form = refused.simpler;
        refusal ??= refused;
        asked = jsonRequest(request, root, form, isTold);
        continue;
      }
      if (refusal?.isOwn) known.learn(model, refusal.isOfSchema ? text : undefined, form);
      const { completion } = end;
      const failure = unanswered(end, asked);
      if (failure !== undefined) throw afterReAsk(failure, before);
      const read = await readValue(completion, schema, root);
      if ('value' in read) return { ...end, value: read.value };
      const error = read.error.with({ attempts: asks, cause: before });
      if (asks > reasks) throw error.with({ gaveUp: reasks > 0 ? 'attempts' : undefined });
      asks++;
      before = error;
      context.said.push(...said(completion, read.advice));
      const characters = textOf(completion).length;
      context.onEvent?.({ type: 're-ask', error, discard: { characters, chunks: 0 } });
    }
  };
}

function checkRequest({ n, response_format: format }: ChatRequest): void {
  if ((n ?? 1) !== 1) {
    throw new ChatError({
      kind: 'configuration',
      message: `schema asks for one value, and n is ${n}.`,
      fix: 'Leave n out.',
    });
  }
  if (format != null && format.type !== 'text') {
    throw new ChatError({
      kind: 'configuration',
      message: 'schema and response_format are both set.',
      fix: 'Leave response_format out: it is made from the schema.',
    });
  }
}

/** A provider has refused a form, before anything was generated. */
interface FormRefusal {
  /** How to ask instead. */
  readonly simpler: JsonForm;
  /** It was a rule of the schema that was refused, and not the form. */
  readonly isOfSchema: boolean;
  /** It is the provider that is asked first: after a fallback it says nothing of it. */
  readonly isOwn: boolean;
}

function refusalOf(error: unknown, form: JsonForm): FormRefusal | undefined {
  if (!isChatError(error) || error.delivered || error.kind !== 'bad-request') return undefined;
  const { message, cause } = error;
  if (form === 'none' || !/response.?format|json.?schema|structured.?output/i.test(message))
    return undefined;
  const isOfSchema = /invalid.{0,20}schema|not permitted|keyword/i.test(message);
  const simpler = form === 'json_schema' && isOfSchema ? 'few_rules' : 'none';
  return { simpler, isOfSchema, isOwn: !isChatError(cause) };
}

/** What goes wrong with a re-ask keeps what it was made for. */
function afterReAsk(error: unknown, before: ChatError | undefined): unknown {
  if (before === undefined || !isChatError(error)) return error;
  return error.with({
    delivered: true,
    cause: error.cause ?? before,
    partial: error.partial ?? before.partial,
    ...(error.kind === 'budget' ? { gaveUp: 'budget' } : {}),
  });
}

/** A message without text is refused by many providers. */
function said(completion: ChatCompletion, advice: string) {
  const text = textOf(completion);
  const question = user(`${advice}\nAnswer again, with the whole corrected JSON object alone.`);
  return text === '' ? [question] : [assistant(text), question];
}

function textOf(completion: ChatCompletion): string {
  return completion.choices[0]?.message.content ?? '';
}
