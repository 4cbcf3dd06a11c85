import { formatMessages } from '@farebox/core';
import { expect, test } from 'vitest';
import { requireModule } from './require-module.js';

test('the packages are there under their own names', () => {
  expect(requireModule('@farebox/core')).toHaveProperty('formatMessages', formatMessages);
  expect(requireModule('@farebox/chat')).toHaveProperty('ChatClient');
});

test.each(['openai', './file.js', 'https://example.com/x.js', 'toString'])(
  '%s is not there, and the error says what is',
  (name) => {
    expect(() => requireModule(name)).toThrow(
      expect.objectContaining({ fix: expect.stringContaining('@farebox/core') }),
    );
  },
);
