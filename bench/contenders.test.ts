import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkReply } from './check-reply.mjs';
import { contenders } from './contenders.mjs';
import { shapes, streamOf } from './shapes.mjs';
import { startServer } from './start-server.mjs';
import { writes } from './writes.mjs';

const chunks = 130;
let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

describe.each(Object.keys(shapes))('a stream that is %s', (shape) => {
  const sent = streamOf(shape, chunks);

  it.each(Object.keys(writes))('and %s is read whole by every contender', async (packing) => {
    for (const [name, contender] of Object.entries(contenders)) {
      const call = contender(server.baseURL(shape, packing, chunks));
      const reply = await call();
      expect({ name, text: reply.text }).toEqual({ name, text: sent.text });
      checkReply(reply, sent);
    }
  });

  it('is written as sent, whatever the writes', () => {
    for (const cut of Object.values(writes)) {
      expect(Buffer.concat(cut(sent.events)).toString()).toBe(sent.events.join(''));
    }
  });
});

describe('checkReply', () => {
  const { text, usage } = streamOf('plain', 3);
  const cost = { known: 'reported', amount: 3_300_000n } as const;

  it('takes a reply that is what was sent, priced to the picodollar', () => {
    expect(() => checkReply({ text, usage, cost }, { text, usage })).not.toThrow();
  });

  it.each([
    ['wrong text', { text: text.slice(1), usage }],
    ['wrong usage', { text, usage: { total_tokens: 12 } }],
    ['wrong usage', { text, usage: undefined }],
    ['wrong receipt', { text, usage, cost: { known: 'reported', amount: 3_299_999n } as const }],
    ['wrong receipt', { text, usage, cost: { known: 'bounded', amount: 3_300_000n } as const }],
    ['wrong receipt', { text, usage, cost: undefined }],
  ])('refuses a %s', (message, reply) => {
    expect(() => checkReply(reply, { text, usage })).toThrow(message);
  });
});
