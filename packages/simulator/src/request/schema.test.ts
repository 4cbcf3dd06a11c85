import type OpenAI from 'openai';
import { describe, expectTypeOf, it } from 'vitest';
import type { z } from 'zod/mini';
import type { chatRequest } from './schema.js';

type Checked = z.output<typeof chatRequest>;
type Sdk = OpenAI.ChatCompletionCreateParams;

/** What JSON can hold of a schema's type: no explicit `undefined`. */
type InJson<Type> = Type extends readonly (infer Item)[]
  ? InJson<Item>[]
  : Type extends object
    ? { [Key in keyof Type]: InJson<Exclude<Type[Key], undefined>> }
    : Type;

/** The path of every field, at any depth: `messages[].content[].image_url.detail`. */
type Paths<Type> = Type extends readonly (infer Item)[]
  ? `[]${Paths<Item>}`
  : Type extends object
    ? string extends keyof Type
      ? ''
      : {
          [Key in keyof Type & string]-?: `.${Key}${Paths<NonNullable<Type[Key]>>}` | `.${Key}`;
        }[keyof Type & string]
    : '';

/** Checked by the compiler: an update of the SDK that adds a field, or a value, fails the build. */
describe('the schema of a request', () => {
  it('has every parameter of the SDK, and no other', () => {
    expectTypeOf<keyof Checked>().toEqualTypeOf<keyof Sdk>();
  });

  it('has every field inside them, at any depth, and one of vLLM’s', () => {
    expectTypeOf<Exclude<Paths<Sdk>, Paths<Checked>>>().toEqualTypeOf<never>();
    expectTypeOf<
      Exclude<Paths<Checked>, Paths<Sdk>>
    >().toEqualTypeOf<'.stream_options.continuous_usage_stats'>();
  });

  it('takes every value that the SDK’s types let through', () => {
    expectTypeOf<Sdk>().toExtend<Checked>();
  });

  it('lets nothing through that the SDK’s types do not', () => {
    expectTypeOf<InJson<Checked>>().toExtend<
      OpenAI.ChatCompletionCreateParamsNonStreaming | OpenAI.ChatCompletionCreateParamsStreaming
    >();
  });
});
