import { expect, test } from 'vitest';
import { type Call, type Layer, stack } from './call.js';
import { ChatError } from './errors/chat-error.js';

const request = { model: 'gpt-4o-mini', messages: [] };

function recorder(log: string[]): { call: Call; layer: (name: string) => Layer } {
  return {
    call: async () => {
      log.push('call');
      throw new ChatError({ kind: 'server', message: 'The end of the line.' });
    },
    layer: (name) => (next) => async (given, context) => {
      log.push(`${name} in`);
      try {
        return await next(given, context);
      } finally {
        log.push(`${name} out`);
      }
    },
  };
}

test('the first layer of a stack is the outermost', async () => {
  const log: string[] = [];
  const { call, layer } = recorder(log);
  await stack(layer('a'), layer('b'), layer('c'))(call)(request, {}).catch(() => undefined);
  expect(log).toEqual(['a in', 'b in', 'c in', 'call', 'c out', 'b out', 'a out']);
});

test('a stack of stacks is the stack of all their layers, in order', async () => {
  const log: string[] = [];
  const { call, layer } = recorder(log);
  const nested = stack(stack(layer('a')), stack(), stack(layer('b')));
  await nested(call)(request, {}).catch(() => undefined);
  expect(log).toEqual(['a in', 'b in', 'call', 'b out', 'a out']);
});

test('an empty stack gives the call itself', () => {
  const { call } = recorder([]);
  expect(stack()(call)).toBe(call);
});

test('layers are applied when the stack is built, not at every call', async () => {
  let built = 0;
  const counting: Layer = (next) => {
    built++;
    return next;
  };
  const { call } = recorder([]);
  const stacked = stack(counting)(call);
  await stacked(request, {}).catch(() => undefined);
  await stacked(request, {}).catch(() => undefined);
  expect(built).toBe(1);
});
