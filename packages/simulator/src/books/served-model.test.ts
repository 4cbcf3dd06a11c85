import { expect, it } from 'vitest';
import { modelNames, servedModel } from './served-model.js';

it('an undated name is answered by the snapshot OpenAI points it to, a dated one by itself', () => {
  expect(servedModel('gpt-4o-mini').snapshot).toBe('gpt-4o-mini-2024-07-18');
  expect(servedModel('gpt-4o').snapshot).toBe('gpt-4o-2024-08-06');
  expect(servedModel('gpt-4o-2024-11-20').snapshot).toBe('gpt-4o-2024-11-20');
});

it('every name of the list is served, under the same price as its model', () => {
  for (const name of modelNames()) {
    const { listed, snapshot } = servedModel(name);
    expect(servedModel(snapshot).listed).toBe(listed);
  }
});

it('a name that is nearly one is none', () => {
  for (const name of ['', 'GPT-4o', 'gpt-4o ', 'gpt-4o-2024-08-07', 'constructor']) {
    expect(() => servedModel(name)).toThrow(`The model \`${name}\` does not exist`);
  }
});
