import type {
  ChatCompletion,
  ChatCompletionChunk,
  ChatMessage,
  ChatRequest,
  CompletionUsage,
} from '@farebox/core';
import type OpenAI from 'openai';
import { describe, expectTypeOf, it } from 'vitest';

type SdkRequest = OpenAI.ChatCompletionCreateParams;

/** Checked by the compiler: what core calls wire format is what the official SDK calls so. */
describe("core's wire types and the SDK's", () => {
  it('messages go both ways', () => {
    expectTypeOf<ChatMessage>().toExtend<OpenAI.ChatCompletionMessageParam>();
    expectTypeOf<OpenAI.ChatCompletionMessageParam>().toExtend<ChatMessage>();
  });

  it('requests go both ways', () => {
    expectTypeOf<ChatRequest>().toExtend<SdkRequest>();
    expectTypeOf<SdkRequest>().toExtend<ChatRequest>();
    // A field that one of them lacks would go unnoticed above: all but two are optional.
    expectTypeOf<keyof ChatRequest>().toEqualTypeOf<keyof SdkRequest>();
  });

  it('chunks go both ways', () => {
    expectTypeOf<ChatCompletionChunk>().toExtend<OpenAI.ChatCompletionChunk>();
    expectTypeOf<OpenAI.ChatCompletionChunk>().toExtend<ChatCompletionChunk>();
  });

  it('completions go both ways', () => {
    expectTypeOf<ChatCompletion>().toExtend<OpenAI.ChatCompletion>();
    expectTypeOf<OpenAI.ChatCompletion>().toExtend<ChatCompletion>();
  });

  it('usage goes both ways', () => {
    expectTypeOf<CompletionUsage>().toExtend<OpenAI.CompletionUsage>();
    expectTypeOf<OpenAI.CompletionUsage>().toExtend<CompletionUsage>();
  });
});
