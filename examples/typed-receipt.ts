// A typed answer: the model writes JSON, the schema checks it, and what does not fit is asked for again.
import { ChatClient, type TypedSchema } from '@farebox/chat';
import { formatUsd } from '@farebox/core';
import { simulate } from '@farebox/simulator';

interface Bill {
  shop: string;
  total: number;
}

// With zod this is z.object({ shop: z.string(), total: z.number().positive() }); by hand, to need nothing.
const bill: TypedSchema<Bill, Bill> = {
  '~standard': {
    version: 1,
    vendor: 'by-hand',
    validate: (value) => {
      const { shop, total } = value as Partial<Bill>;
      if (typeof shop !== 'string') return { issues: [{ path: ['shop'], message: 'not a text' }] };
      if (typeof total === 'number' && total > 0) return { value: { shop, total } };
      return { issues: [{ path: ['total'], message: 'not a positive number' }] };
    },
    jsonSchema: {
      input: () => ({
        type: 'object',
        properties: { shop: { type: 'string' }, total: { type: 'number', exclusiveMinimum: 0 } },
        required: ['shop', 'total'],
      }),
    },
  },
};

const simulator = simulate({
  seed: 1,
  // What a model does now and then, and what it makes of it when it is told.
  answers: [
    '{"shop": "Corner Bakery", "total": "about seven"}',
    '{"shop": "Corner Bakery", "total": 6.8}',
  ],
});
const client = new ChatClient({
  model: 'gpt-4o-mini',
  budget: '0.50',
  fetch: simulator.fetch,
  observe: (event) => {
    if (event.type === 're-ask') console.log(`asked again: ${event.error.message}`);
  },
});

const stream = client.stream('Extract: Corner Bakery, two rolls and a coffee, total: 6.80', {
  schema: bill,
});
for await (const partial of stream.partials()) console.log('so far', JSON.stringify(partial));
const { value, receipts, cost } = await stream.answer;
console.log(`the value ${JSON.stringify(value)}: ${typeof value.shop}, ${typeof value.total}`);
console.log(`${receipts.length} calls for $${cost === undefined ? '?' : formatUsd(cost)}`);
console.log(`the provider bills the same: ${simulator.books.cost === client.spent}`);
