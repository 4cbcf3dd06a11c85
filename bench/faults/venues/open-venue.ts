import { nodeFetch } from '@farebox/client/node';
import type { FaultCase } from '@farebox/simulator/fault-table';
import { Agent, type Dispatcher, ProxyAgent } from 'undici';
import { faultNames } from '../steps.ts';
import { openBlackHole } from './black-hole.ts';
import { certificateVenue } from './certificates.ts';
import { nameServer } from './name-server.ts';
import { refusedVenue } from './refused.ts';
import { refusingProxy } from './refusing-proxy.ts';
import { servedVenue } from './served.ts';
import { noting, type Venue } from './venue.ts';
import { withAgent } from './with-agent.ts';

/** Whose settings reach the venue: Farebox brings its own fetch for Node, others an agent of undici. */
export type Side = 'farebox' | 'peer';

/** How long Farebox waits for a connection here. */
const connectMs = 300;

type Open = (faultCase: FaultCase, side: Side) => Promise<Venue>;

/** Faults of the network, done for real, and one that needs another fetch; every other one is served by the simulator. */
const network: Readonly<Record<string, Open>> = {
  refused: refusedVenue,
  'dns-not-found': (_, side) => resolving(side, { code: 'ENOTFOUND' }),
  'dns-try-again': (_, side) => resolving(side, { code: 'EAI_AGAIN' }),
  'blocked-address': blockedVenue,
  'tls-expired': () => certificateVenue('tls-expired'),
  'tls-self-signed': () => certificateVenue('tls-self-signed'),
  'tls-wrong-host': () => certificateVenue('tls-wrong-host'),
  'connect-timeout': blackHoleVenue,
  'proxy-refused': proxyVenue,
  'encoded-many-times': encodedVenue,
};

/** Opens the place on this machine where a case happens, with real sockets. */
export function openVenue(faultCase: FaultCase, side: Side): Promise<Venue> {
  const [first = ''] = faultNames(faultCase.script[0]);
  const open = network[first];
  return open === undefined ? servedVenue(faultCase) : open(faultCase, side);
}

async function resolving(side: Side, answer: { readonly code: string }): Promise<Venue> {
  const lookup = nameServer(answer);
  if (side === 'farebox') return elsewhere('http://provider.test/v1', nodeFetch({ lookup }));
  const agent = new Agent({ connect: { lookup } });
  return elsewhere('http://provider.test/v1', withAgent(agent), agent);
}

/** A name of this machine, which only a client that looks at addresses can tell from any other. */
async function blockedVenue(faultCase: FaultCase, side: Side): Promise<Venue> {
  const lookup = nameServer({ address: '127.0.0.1' });
  const agent = new Agent({ connect: { lookup } });
  const fetch = side === 'farebox' ? nodeFetch({ lookup, denyPrivate: true }) : withAgent(agent);
  const venue = await servedVenue({ ...faultCase, script: ['ok'] }, fetch);
  return {
    ...venue,
    baseURL: venue.baseURL.replace('127.0.0.1', 'localhost'),
    async close() {
      await agent.destroy();
      await venue.close();
    },
  };
}

/**
 * Over undici as a package, for everyone: with the fetch of Node.js 24 itself, which is an older one, a
 * connection that is closed after it has refused such a reply ends the whole process.
 */
async function encodedVenue(faultCase: FaultCase, side: Side): Promise<Venue> {
  const agent = new Agent();
  const fetch = side === 'farebox' ? nodeFetch() : withAgent(agent);
  const venue = await servedVenue(faultCase, fetch);
  return {
    ...venue,
    async close() {
      await agent.destroy();
      await venue.close();
    },
  };
}

async function blackHoleVenue(_: FaultCase, side: Side): Promise<Venue> {
  const hole = await openBlackHole();
  const fetch = side === 'farebox' ? nodeFetch({ connectMs }) : globalThis.fetch;
  const venue = elsewhere(`http://127.0.0.1:${hole.port}/v1`, fetch);
  return { ...venue, close: hole.close };
}

async function proxyVenue(_: FaultCase, side: Side): Promise<Venue> {
  const proxy = await refusingProxy();
  const agent = new ProxyAgent(proxy.url);
  const fetch = side === 'farebox' ? nodeFetch({ proxy: proxy.url }) : withAgent(agent);
  const venue = elsewhere('https://provider.test/v1', fetch);
  return {
    ...venue,
    async close() {
      await agent.destroy();
      await proxy.close();
    },
  };
}

/** A venue that no request reaches. */
function elsewhere(baseURL: string, fetch: typeof globalThis.fetch, agent?: Dispatcher): Venue {
  return {
    baseURL,
    ...noting(fetch, () => performance.now()),
    books: undefined,
    close: async () => agent?.destroy(),
  };
}
