import type { ChatCompletion } from '@farebox/core';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { jsonSchemaOf } from './json-schema-of.js';
import { objectRoot } from './object-root.js';
import { readValue } from './read-value.js';

const schema = z.object({ a: z.number().min(1) });

function read(content: string | null) {
  const message = { role: 'assistant', content, refusal: null } as const;
  const choices = [{ index: 0, message, finish_reason: 'stop' as const, logprobs: null }];
  const head = { id: 'c', object: 'chat.completion', created: 1, model: 'm' } as const;
  const completion: ChatCompletion = { ...head, choices };
  return readValue(completion, schema, objectRoot(jsonSchemaOf(schema)));
}

it.each([
  ['of two that fit, the last', '<think>{"a": 1}</think> {"a": 2}', 2],
  ['the one that fits, before', '{"a": 1} as in {"a": "number"}', 1],
  ['the one that fits, after', 'Not {"a": 0} but {"a": 3}', 3],
])('%s', async (_name, text, a) => {
  expect(await read(text)).toEqual({ value: { a } });
});

it('where none fits, it is the last one that is spoken of', async () => {
  const found = await read('{"a": "x"} {"a": 0}');
  expect('advice' in found && found.advice).toContain('Too small');
});

it('of 30 objects the last 20 are looked at', async () => {
  const wrong = '{"a": 0} ';
  expect(await read(`{"a": 1} ${wrong.repeat(19)}`)).toHaveProperty('value');
  expect(await read(`{"a": 1} ${wrong.repeat(20)}`)).toHaveProperty('error');
});

it.each([null, '', '[1]', '{"a": 1'])('%s has no object that is whole', async (text) => {
  expect(await read(text)).toMatchObject({ error: { kind: 'schema', code: 'no-json' } });
});

it('a schema that answers later is waited for', async () => {
  const later = schema.refine(async ({ a }) => a > 5);
  const message = { role: 'assistant', content: '{"a": 6}', refusal: null } as const;
  const choices = [{ index: 0, message, finish_reason: 'stop' as const, logprobs: null }];
  const completion = {
    id: 'c',
    object: 'chat.completion' as const,
    created: 1,
    model: 'm',
    choices,
  };
  expect(await readValue(completion, later, objectRoot(jsonSchemaOf(later)))).toEqual({
    value: { a: 6 },
  });
});
