import { expect, test } from 'vitest';
import { publishedPackages } from './published-packages.ts';

test('what is published is the six libraries and the command, and nothing private', () => {
  expect(publishedPackages().map(({ name }) => name)).toEqual([
    '@farebox/chat',
    '@farebox/client',
    '@farebox/core',
    '@farebox/cost',
    '@farebox/simulator',
    '@farebox/streaming',
    'farebox',
  ]);
});
