import { describe, expect, it } from 'vitest';
import { calculation } from './calculation.js';
import { readFacts } from './facts.js';
import { piecesOf } from './pieces-of.js';
import { queryFor } from './query-for.js';
import { clockTime, isoDay, readDates } from './read-dates.js';
import { nameAfter, readNames, readPlaces } from './read-names.js';
import { readNumbers } from './read-numbers.js';
import { stringKind } from './string-kind.js';
import { messageIn, queryIn } from './topic.js';
import { stem, wordsOf } from './words.js';

it('words lose their endings, and names their capitals and signs', () => {
  expect(wordsOf('getUserCities')).toEqual(['get', 'user', 'city']);
  expect(['boxes', 'running', 'named', 'bus', 'class'].map(stem)).toEqual([
    'box',
    'run',
    'nam',
    'bus',
    'class',
  ]);
});

describe('numbers', () => {
  it.each([
    ['1,250.50 and -3, then 5k', [1250.5, -3, 5000]],
    ['three apples for $4.20', [3, 4.2]],
    ['on 2026-03-05 at 19:30, v1.2.3', []],
    ['order A-17 of user42', []],
  ])('in %j are %j', (text, values) => {
    expect(readNumbers(text).map(({ value }) => value)).toEqual(values);
  });
});

describe('days and times', () => {
  it.each([
    ['March 5', '2026-03-05'],
    ['5 March 2027', '2027-03-05'],
    ['March 5th, 2026', '2026-03-05'],
    ['12/31/2026', '2026-12-31'],
    ['31/12/2026', '2026-12-31'],
    ['2026-01-02T10:00:00Z', '2026-01-02'],
    ['tomorrow', undefined],
  ])('%j is the day %j', (text, day) => {
    expect(isoDay(text)).toBe(day);
  });

  it.each([
    ['3pm', '15:00'],
    ['12 am', '00:00'],
    ['9:05', '09:05'],
    ['noon', '12:00'],
  ])('%j is the time %j', (text, time) => {
    expect(clockTime(text)).toBe(time);
  });

  it('are found in their order', () => {
    expect(readDates('next Friday, then 2026-01-02 and May 3')).toEqual([
      'next Friday',
      '2026-01-02',
      'May 3',
    ]);
  });
});

describe('names and places', () => {
  it('begin with a capital, and a sentence’s first word is none by that', () => {
    expect(readNames('Please email Ada Lovelace. The rest of NASA knows Jean-Luc.')).toEqual([
      'Ada Lovelace',
      'NASA',
      'Jean-Luc',
    ]);
  });

  it('are places after words of place, and in the list that follows', () => {
    const names = (text: string) => readPlaces(text).map(({ name }) => name);
    expect(names('in Paris, Austin, TX and New York')).toEqual(['Paris', 'Austin, TX', 'New York']);
    expect(names('the weather in cape town please')).toEqual(['Cape Town']);
    expect(names('Ann met Bob')).toEqual([]);
  });

  it('can be asked for by the word before them', () => {
    expect(nameAfter('From Berlin to Rome', 'from')).toBe('Berlin');
    expect(nameAfter('from there', 'from')).toBeUndefined();
  });
});

it.each([
  ['customer_email', 'email'],
  ['productName', 'item'],
  ['phone_number', 'phone'],
  ['order_number', 'identifier'],
  ['due', 'date'],
  ['whatever', undefined],
])('the property %s holds a text of the kind %s', (name, kind) => {
  expect(stringKind({ name, about: '' })).toBe(kind);
});

it.each([
  ['What is 12 times 7?', '12 * 7'],
  ['(1 + 2) * 3 please', '(1 + 2) * 3'],
  ['the square root of 81', 'sqrt(81)'],
  ['divide 10 by 4', '10 / 4'],
  ['what is love', undefined],
])('%j asks for the calculation %j', (text, expression) => {
  expect(calculation(text)).toBe(expression);
});

it.each([
  ['How many users signed up?', 'SELECT COUNT(*) FROM users'],
  ['the average price of products', 'SELECT AVG(price) FROM products'],
  ['Show me all orders', 'SELECT * FROM orders'],
])('%j is the query %j', (text, sql) => {
  expect(queryFor(text)).toBe(sql);
});

it('a search is for what is left without "please search the web for"', () => {
  expect(queryIn('Please search the web for cheap flights?')).toBe('cheap flights');
  expect(messageIn('text Ann saying “on my way”')).toBe('on my way');
});

it('a text comes in lines, sentences or the parts of a list, without its introduction', () => {
  expect(piecesOf('Items: 1 pen, 2 cups and 3 jars')).toContainEqual(['1 pen', '2 cups', '3 jars']);
  expect(piecesOf('- a\n- b')).toContainEqual(['a', 'b']);
});

it('nothing in 8,000 hostile characters takes long to read', () => {
  const parts = [
    'a',
    'Aa ',
    '1 ',
    '"a" ',
    'a@',
    '1.',
    'a, ',
    'in A and ',
    '#1',
    'x: ',
    '((1',
    '/a',
    '+1 ',
    "'",
    '.',
    'May 1 ',
  ];
  const started = performance.now();
  for (const part of parts) readFacts(part.repeat(8_000 / part.length));
  expect(performance.now() - started).toBeLessThan(20_000);
});
