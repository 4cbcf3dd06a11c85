import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inWords } from './in-words.js';
import { resultsAnswer } from './results-answer.js';
import type { ToolResult } from './tool-results.js';

const result = (text: string, sent = '{"city":"Paris"}', name = 'get_weather'): ToolResult => ({
  name,
  sent,
  text,
});
const likeliest = (...calls: ToolResult[]) =>
  resultsAnswer({ calls, known: new Map() })
    ?.map(([first]) => first)
    .join('');

describe('a result in words', () => {
  it.each([
    [
      '{"temperature_c":21,"sky":"clear","windKmh":null}',
      'temperature c 21, sky clear, wind kmh nothing',
    ],
    ['[1,2,3]', '1, 2, 3'],
    ['[{"id":1},{"id":2}]', 'id 1; id 2'],
    ['{"a":{"b":true}}', 'a (b yes)'],
    ['plain text', 'plain text'],
    ['"quoted"', 'quoted'],
    ['42', '42'],
    ['', 'nothing'],
    ['{}', 'nothing'],
  ])('%s is %j', (text, words) => {
    expect(inWords(text)).toBe(words);
  });

  it('is cut at 2,000 characters, never inside one', () => {
    expect(inWords('😀'.repeat(3_000))).toHaveLength(2_001);
    expect(inWords(`x${'😀'.repeat(3_000)}`)).toMatch(/^x(😀)+…$/u);
    expect(inWords(JSON.stringify(Array.from({ length: 50 }, () => 1)))).toMatch(/1, and 30 more$/);
  });

  it('is some text for any result', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(inWords(text).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the answer', () => {
  it('to one result names what was asked for', () => {
    expect(likeliest(result('{"sky":"clear"}'))).toMatch(
      /^Here is what I found for Paris: sky clear\. /,
    );
  });

  it('to several is a list', () => {
    const text = likeliest(result('sunny'), result('rain', '{"city":"Oslo"}'));
    expect(text).toContain('\n- get weather (Paris): sunny.\n- get weather (Oslo): rain.\n\n');
  });

  it.each([
    ['{"error":"no such city"}', 'no such city.'],
    ['{"error":{"message":"down","code":5}}', 'down.'],
    ['Error: timed out', 'timed out.'],
    ['TypeError: x is not a function', 'TypeError: x is not a function.'],
  ])('tells the error %s as one', (text, told) => {
    expect(likeliest(result(text))).toContain(`\`get_weather\` did not work for Paris: ${told}`);
  });

  it('has wordings to choose from', () => {
    const choices = resultsAnswer({ calls: [result('42')], known: new Map() }) ?? [];
    expect(choices.filter(({ length }) => length > 2)).toHaveLength(2);
  });

  it('keeps the brackets and braces of a result', () => {
    expect(likeliest(result('[[a|b]] {{name=x}}'))).toContain('[[a|b]] {{name=x}}');
  });

  it('is none without results', () => {
    expect(likeliest()).toBeUndefined();
  });
});
