import { expect, it } from 'vitest';
import { modelNames, servedModel } from './served-model.js';

it('an undated name is answered by the snapshot OpenAI points it to, a dated one by itself', () => {
  expect(servedModel('gpt-4o-mini').snapshot).toBe('gpt-4o-mini-2024-07-18');
  expect(servedModel('gpt-4o').snapshot).toBe('gpt-4o-2024-08-06');
  expect(servedModel('gpt-4o-2024-11-20').snapshot).toBe('gpt-4o-2024-11-20');
  expect(servedModel('gpt-5.4').snapshot).toBe('gpt-5.4-2026-03-05');
});

it('a name without a snapshot signs with itself, and a short one with what it is short for', () => {
  expect(servedModel('gpt-5-chat-latest').snapshot).toBe('gpt-5-chat-latest');
  expect(servedModel('gpt-6-luna').snapshot).toBe('gpt-6-luna');
  expect(servedModel('gpt-5.6').snapshot).toBe('gpt-5.6-sol');
});

it('every name of the list is served, under the same price as its model', () => {
  for (const name of modelNames()) {
    const { listed, snapshot } = servedModel(name);
    expect(servedModel(snapshot).listed).toBe(listed);
  }
});

it('a name that is nearly one is none', () => {
  for (const name of ['', 'GPT-4o', 'gpt-4o ', 'gpt-4o-2024-08-07', 'gpt-5-4', 'constructor']) {
    expect(() => servedModel(name)).toThrow(`The model \`${name}\` does not exist`);
  }
});
