import { once } from 'node:events';
import { type AddressInfo, createServer, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { describe, expect, it } from 'vitest';
import { nodeFetch } from './node-fetch.js';
import { publicConnector, publicLookup } from './public-only.js';

/** A resolver that has the next list of addresses at each call; the last stays. */
function resolving(...answers: string[][]): LookupFunction {
  let calls = 0;
  return (_hostname, options, callback) => {
    const answer = answers[Math.min(calls++, answers.length - 1)] ?? [];
    const all = answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    const [first] = all;
    if (options.all) setImmediate(() => callback(null, all));
    else setImmediate(() => callback(null, first?.address ?? '', first?.family ?? 4));
  };
}

const codeOf = (running: Promise<unknown>) =>
  running.then(
    () => 'answered',
    (thrown: Error) => (thrown.cause as { code?: string } | undefined)?.code,
  );

/** A server that counts who comes, and what they say. */
async function listener() {
  const seen = { connections: 0, bytes: 0 };
  const server = createServer((socket) => {
    seen.connections++;
    socket.on('error', () => {});
    socket.on('data', (block) => {
      seen.bytes += block.byteLength;
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => new Promise((resolve) => server.close(resolve));
  return { port: (server.address() as AddressInfo).port, seen, close };
}

describe('with denyPrivate', () => {
  const fetch = nodeFetch({ denyPrivate: true });

  it.each([
    ...['127.0.0.1', '127.1', '127.0.1', '2130706433', '0x7f000001', '0x7f.1', '0177.0.0.1'],
    ...[
      '017700000001',
      '0',
      '0.0.0.0',
      '127.0.0.1.',
      '%31%32%37.0.0.1',
      '①②⑦.0.0.1',
      '127。0。0。1',
    ],
    ...['169.254.169.254', '2852039166', '0xa9fea9fe', '0251.0376.0251.0376', '10.0.0.1', '10.1'],
    ...['172.16.0.1', '192.168.1.1', '3232235777', '100.100.100.200', '168.63.129.16', '[::]'],
    ...['[::1]', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]'],
    ...['[::ffff:169.254.169.254]', '[64:ff9b::127.0.0.1]', '[fd00:ec2::254]', '[fe80::1]'],
    ...['[fc00::1]', '[2002:7f00:1::]', '[2001:0:7f00:1::]', '[ff02::1]'],
  ])('http://%s/ is refused', async (host) => {
    expect(await codeOf(fetch(`http://${host}/`))).toBe('ERR_BLOCKED_ADDRESS');
  });

  it.each([
    ['a private address', ['10.0.0.1']],
    ['this machine', ['127.0.0.1']],
    ['a private address among public ones', ['8.8.8.8', '192.168.0.1']],
    ['a mapped address', ['::ffff:169.254.169.254']],
  ])('a name that leads to %s is refused', async (_, addresses) => {
    const guarded = nodeFetch({ denyPrivate: true, lookup: resolving(addresses) });
    expect(await codeOf(guarded('http://provider.test/'))).toBe('ERR_BLOCKED_ADDRESS');
    expect(await codeOf(guarded('https://provider.test/'))).toBe('ERR_BLOCKED_ADDRESS');
  });

  it('localhost, found by the system, is refused', async () => {
    expect(await codeOf(fetch('http://localhost:8080/'))).toBe('ERR_BLOCKED_ADDRESS');
  });

  it('what a name led to before does not count: each look-up is judged by itself', async () => {
    // Rebinding: a public address at first, then this machine.
    const lookup = publicLookup(resolving(['2000::1'], ['127.0.0.1']));
    const look = () =>
      new Promise<unknown>((resolve) => {
        lookup('provider.test', { all: true }, (error, found) => resolve(error?.code ?? found));
      });
    expect(await look()).toMatchObject([{ address: '2000::1' }]);
    expect(await look()).toBe('ERR_BLOCKED_ADDRESS');
  });

  it('a connection that leads to this machine all the same is closed before a byte is sent', async () => {
    const server = await listener();
    // No guard on the lookup: as if the system had connected to another address than it said.
    const connect = publicConnector(buildConnector({ lookup: resolving(['127.0.0.1']) }));
    const error = await new Promise<unknown>((resolve) => {
      const host = `provider.test:${server.port}`;
      const to = { hostname: 'provider.test', host, protocol: 'http:', port: `${server.port}` };
      connect(to, (...[failed]) => resolve(failed));
    });
    expect(error).toMatchObject({ code: 'ERR_BLOCKED_ADDRESS' });
    await server.close();
    expect(server.seen.bytes).toBe(0);
  });

  it('a lookup that fails, fails as it did', async () => {
    const lookup: LookupFunction = (_hostname, _options, callback) =>
      callback(Object.assign(new Error('?'), { code: 'ENOTFOUND' }), '', 4);
    const guarded = nodeFetch({ denyPrivate: true, lookup });
    expect(await codeOf(guarded('http://provider.test/'))).toBe('ENOTFOUND');
  });
});

it('without denyPrivate, this machine answers, by whatever name', async () => {
  const server = await listener();
  const fetch = nodeFetch({ lookup: resolving(['127.0.0.1']) });
  expect(await codeOf(fetch(`http://provider.test:${server.port}/`))).toBe('answered');
  expect(await codeOf(nodeFetch()(`http://2130706433:${server.port}/`))).toBe('answered');
  await server.close();
});
