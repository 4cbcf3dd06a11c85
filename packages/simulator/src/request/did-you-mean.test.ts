import { expect, it } from 'vitest';
import { didYouMean } from './did-you-mean.js';

const known = ['messages', 'n', 'stop', 'store', 'stream', 'temperature'];

it.each([
  ['stor', " Did you mean 'stop' or 'store'?"],
  ['temperatur', " Did you mean 'temperature'?"],
  ['temprature', " Did you mean 'temperature'?"],
  ['temperatuxe', " Did you mean 'temperature'?"],
  ['steam', " Did you mean 'stream'?"],
  ['streams', " Did you mean 'stream'?"],
  ['messagess', ''],
  ['stem', ''],
  ['zzz_unknown', ''],
])('%s gets the question “%s”', (unknown, question) => {
  expect(didYouMean(unknown, known, ['messages', unknown])).toBe(question);
});
