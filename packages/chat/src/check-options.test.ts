import { expect, it } from 'vitest';
import { ChatClient } from './chat-client.js';
import type { ChatClientOptions } from './client-options.js';
import { setUp } from './fixtures/set-up.js';
import { defineTool } from './tools/define-tool.js';

const wrong = (message: string | RegExp) =>
  expect.objectContaining({
    kind: 'configuration',
    message: expect.stringMatching(message),
    fix: expect.stringMatching(/\S/),
  });

// Callers without types get the option's name and the fix, and no TypeError from somewhere inside.
it.each<[string, unknown, RegExp]>([
  ['tools', 5, /^tools must be a list of tools, and is a number\.$/],
  ['tools', null, /^tools must be a list of tools, and is null\.$/],
  ['tools', [5], /^tools must be a list of tools, and is a list\.$/],
  ['tools', [{ type: 'function' }], /^tools must be/],
  ['observe', 'log', /^observe must be a function, and is a string\.$/],
  ['fetch', {}, /^fetch must be a function/],
  ['transport', {}, /^transport must be a function/],
  ['random', 0.5, /^random must be a function/],
  ['clock', Date, /^clock must be a clock, and is a function\.$/],
  ['ledger', {}, /^ledger must be a ledger, and is an object of another kind\.$/],
  ['prices', {}, /^prices must be a price list/],
  ['retry', 'twice', /^retry must be false or an object/],
  ['clocks', 5000, /^clocks must be an object/],
  ['limits', 5, /^limits must be an object/],
  ['limiter', true, /^limiter must be an object/],
  ['breaker', true, /^breaker must be an object/],
  ['drain', 2000, /^drain must be an object/],
  ['fit', 100, /^fit must be an object/],
  ['toolLoop', 5, /^toolLoop must be an object/],
  ['tags', { user: 7 }, /^tags must be an object of texts/],
  ['system', ['a'], /^system must be a text, and is a list\.$/],
])('a client with %s of another kind is refused at once: %j', (name, value, message) => {
  expect(() => setUp({ [name]: value } as Partial<ChatClientOptions>)).toThrow(wrong(message));
});

it.each<[unknown, RegExp]>([
  [null, /^The options of a call are null\.$/],
  ['fast', /^The options of a call are a string\.$/],
  [{ signal: 5 }, /^signal must be an AbortSignal/],
  [{ observe: true }, /^observe must be a function/],
  [{ tools: {} }, /^tools must be a list/],
  [{ tags: 'a' }, /^tags must be an object of texts/],
  [{ schema: null }, /^schema must be a schema, and is null\.$/],
])('a call with %j is refused, and nothing is sent', async (options, message) => {
  const { client, provider } = setUp();
  await expect(client.ask('Hello?', options as object)).rejects.toEqual(wrong(message));
  expect(() => client.stream('Hello?', options as object)).toThrow(wrong(message));
  expect(provider.requests).toEqual([]);
});

it.each<[unknown, RegExp]>([
  [null, /^The options of a conversation are null\.$/],
  [{ system: 5 }, /^system must be a text/],
  [{ context: 16_000 }, /^context must be an object/],
  [{ context: { policy: 'drop' } }, /^context\.policy must be a policy, and is a string\.$/],
  [{ context: { countTokens: 4 } }, /^context\.countTokens must be a function/],
])('a conversation with %j is refused', (options, message) => {
  expect(() => setUp().client.conversation(options as object)).toThrow(wrong(message));
});

it.each([undefined, null, 'gpt-4o'])('a client of %j has no options', (options) => {
  expect(() => new ChatClient(options as never)).toThrow(wrong(/^The options of a client are /));
});

it('a list with something that is no message is no prompt', async () => {
  const prompt = [{ role: 'user', content: 'Hi' }, null] as never;
  await expect(setUp().client.ask(prompt)).rejects.toEqual(
    wrong('The prompt has an element 1 that is neither a message nor a part of one.'),
  );
});

it.each<[unknown, RegExp]>([
  [undefined, /^A tool is called undefined/],
  [{ name: 'a', run: () => 1, parameters: 5 }, /^Tool "a": parameters are no schema\.$/],
  [{ name: 'a', run: () => 1, description: 5 }, /^Tool "a": description is no text\.$/],
])('a tool of %j is refused', (definition, message) => {
  expect(() => defineTool(definition as never)).toThrow(wrong(message));
});

it('what is undefined is left out', async () => {
  const { client } = setUp({ observe: undefined, tools: undefined, retry: false });
  await expect(client.ask('Hello?', { signal: undefined })).resolves.toBeDefined();
});
