import { expect, it } from 'vitest';
import { ask } from '../fixtures/ask.js';
import { simulate } from '../simulate.js';

const object = (properties: Record<string, unknown>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const many = (count: number, schema: object) =>
  object(Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, schema])));
const node = { $ref: '#/$defs/node' };
const withNode = (definition: object) => ({ ...object({ a: node }), $defs: { node: definition } });
let bomb: object = { type: 'string' };
for (let level = 0; level < 6; level++) bomb = { anyOf: [bomb, bomb, bomb] };

/** Far above what the work takes, and far below what it would take without a bound. */
const patienceMs = 20_000;

it.each<[string, object]>([
  ['a bomb of anyOf', object({ a: bomb })],
  [
    'fifty ways into itself twice over',
    withNode({
      anyOf: [...Array.from({ length: 50 }, () => object({ a: node, b: node })), { type: 'null' }],
    }),
  ],
  [
    'lists of lists of itself',
    withNode({
      type: 'array',
      items: { type: 'array', items: object({ x: node, name: { type: 'string' } }) },
    }),
  ],
  ['hundreds of patterns that backtrack', many(300, { type: 'string', pattern: '^((a|b)*c)*$' })],
  ['two thousand properties', many(2_000, { type: 'string' })],
  [
    'numbers that have no near multiple',
    many(500, { type: 'number', multipleOf: 1e-7, minimum: 1e15 }),
  ],
])('a schema with %s is answered, or refused, soon', async (_, schema) => {
  const format = { type: 'json_schema', json_schema: { name: 'hostile', schema } };
  const content = 'Ann is 5 and b. '.repeat(500);
  const started = performance.now();
  const response = await ask(simulate(), {
    messages: [{ role: 'user', content }],
    response_format: format,
  });
  await response.text();
  expect(performance.now() - started).toBeLessThan(patienceMs);
  expect([200, 400]).toContain(response.status);
});
