import { describe, expect, it } from 'vitest';
import { readFacts } from '../draw/facts.js';
import { sourceOf } from '../draw/source.js';
import { compileSchema } from './compile-schema.js';
import { writeJson } from './write-json.js';

type Properties = Record<string, object>;

const object = (properties: Properties) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const text = { type: 'string' };
const number = { type: 'number' };
const integer = { type: 'integer' };
const maybe = { type: ['string', 'null'] };
const list = (items: object) => ({ type: 'array', items });
const choice = (...values: string[]) => ({ type: 'string', enum: values });

describe('the values of a prompt stand where they belong', () => {
  it.each<[string, Properties, unknown]>([
    ['Jason is 25 years old', { name: text, age: integer }, { name: 'Jason', age: 25 }],
    [
      'Extract the people: John Smith is 42 and lives in London; Mary Jones is 31 and lives in Rome',
      { people: list(object({ name: text, age: integer, city: text })) },
      {
        people: [
          { name: 'John Smith', age: 42, city: 'London' },
          { name: 'Mary Jones', age: 31, city: 'Rome' },
        ],
      },
    ],
    [
      'I bought 2 apples and 3 bananas',
      { items: list(object({ name: text, quantity: integer })) },
      {
        items: [
          { name: 'apples', quantity: 2 },
          { name: 'bananas', quantity: 3 },
        ],
      },
    ],
    [
      'Invoice INV-2041 from Acme Corp dated March 5, 2026: 3 chairs at $45.50 each, total $136.50',
      {
        invoice_number: text,
        vendor: text,
        date: { type: 'string', format: 'date' },
        total: number,
        currency: choice('EUR', 'USD'),
      },
      {
        invoice_number: 'INV-2041',
        vendor: 'Acme Corp',
        date: '2026-03-05',
        total: 136.5,
        currency: 'USD',
      },
    ],
    [
      'The food was terrible and the waiter was rude',
      { sentiment: choice('positive', 'negative', 'neutral') },
      { sentiment: 'negative' },
    ],
    [
      'What a great film, I loved it',
      { sentiment: choice('negative', 'positive') },
      { sentiment: 'positive' },
    ],
    ['It was not good', { sentiment: choice('positive', 'negative') }, { sentiment: 'negative' }],
    [
      'It is a chair.',
      { sentiment: choice('positive', 'negative', 'neutral') },
      { sentiment: 'neutral' },
    ],
    [
      'Classify: I was charged twice on my invoice',
      { category: choice('technical', 'billing', 'general') },
      { category: 'billing' },
    ],
    [
      'Production is down, fix it asap!',
      { priority: choice('low', 'medium', 'high') },
      { priority: 'high' },
    ],
    [
      'This is spam: click here to win a prize',
      { is_spam: { type: 'boolean' } },
      { is_spam: true },
    ],
    ['The order is not urgent', { urgent: { type: 'boolean' } }, { urgent: false }],
    [
      'Alice and Bob are going to a science fair on Friday.',
      { name: text, date: text, participants: list(text) },
      { name: 'Science fair', date: 'Friday', participants: ['Alice', 'Bob'] },
    ],
    [
      'Email me at sam@x.io or call +1 202 555 0143',
      { email: { type: 'string', format: 'email' }, phone: maybe, name: maybe },
      { email: 'sam@x.io', phone: '+1 202 555 0143', name: null },
    ],
    [
      'Shopping list: milk, brown bread and eggs',
      { items: list(text) },
      { items: ['milk', 'brown bread', 'eggs'] },
    ],
    ['Average 3, 4.5 and -2', { numbers: list(number) }, { numbers: [3, 4.5, -2] }],
    [
      'Colours: red and green are fine',
      { colours: list(choice('red', 'green', 'blue')) },
      { colours: ['red', 'green'] },
    ],
    [
      'Book a table at 19:30 for four people on 2026-06-01',
      { date: { type: 'string', format: 'date' }, time: text, guests: integer },
      { date: '2026-06-01', time: '19:30', guests: 4 },
    ],
    [
      'title: Dune; author: Frank Herbert; year: 1965',
      { title: text, author: text, year: integer },
      { title: 'Dune', author: 'Frank Herbert', year: 1965 },
    ],
    [
      'Meet me on 12 May 2027 at 9am',
      { start: { type: 'string', format: 'date-time' } },
      { start: '2027-05-12T09:00:00Z' },
    ],
    [
      'Run `x` with lr=0.01 and epochs=20',
      { lr: number, epochs: integer },
      { lr: 0.01, epochs: 20 },
    ],
    ['See https://example.com/a?b=1.', { url: text }, { url: 'https://example.com/a?b=1' }],
    [
      'The ticket ABC-17 is open',
      { ticket_id: { type: 'string', pattern: '^[A-Z]+-\\d+$' } },
      { ticket_id: 'ABC-17' },
    ],
    [
      'From Berlin to Rome',
      { trip: object({ origin: text, destination: text }) },
      { trip: { origin: 'Berlin', destination: 'Rome' } },
    ],
    [
      'apples: 3, pears: 4',
      { counts: { type: 'object', additionalProperties: integer } },
      { counts: { apples: 3, pears: 4 } },
    ],
    [
      'Notify ops by sms at +49 30 1234567',
      {
        via: {
          anyOf: [
            object({ type: { const: 'email' }, email: text }),
            object({ type: { const: 'sms' }, phone: text }),
          ],
        },
      },
      { via: { type: 'sms', phone: '+49 30 1234567' } },
    ],
  ])('%s', (prompt, properties, expected) => {
    const { segments } = writeJson(
      compileSchema(object(properties), false),
      sourceOf(readFacts(prompt)),
    );
    expect(JSON.parse(segments.map(([first]) => first).join(''))).toEqual(expected);
  });
});
