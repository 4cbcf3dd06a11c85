import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { HeldKey } from './held-key.js';

const text = 'sk-canary-7Qx2mZr9Vb4TnK8wLp3J';

test('a key is in nothing that is saved, shared, logged or joined into a text', () => {
  const connection = { kind: 'provider', provider: 'openai', key: new HeldKey(text) };
  const shown = [
    JSON.stringify(connection),
    String(connection.key),
    `${connection.key}`,
    inspect(connection, { depth: 9, showHidden: true }),
    Object.entries(connection.key).join(),
    JSON.stringify(structuredClone({ ...connection.key })),
  ].join();
  expect(shown).not.toContain('canary');
  expect(connection.key.reveal()).toBe(text);
});
