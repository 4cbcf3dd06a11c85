import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { Agent } from 'undici';
import { noting, type Venue } from './venue.ts';
import { withAgent } from './with-agent.ts';

const day = 86_400_000;

/** What is wrong with the certificate, and whether the client trusts who made it. */
const certificates = {
  'tls-expired': { host: 'localhost', fromMs: -30 * day, toMs: -day, trusted: true },
  'tls-self-signed': { host: 'localhost', fromMs: -day, toMs: day, trusted: false },
  'tls-wrong-host': { host: 'elsewhere.test', fromMs: -day, toMs: day, trusted: true },
} as const;

export type CertificateFault = keyof typeof certificates;

/** A TLS server on this machine whose certificate, made just now, is expired, self-signed or another host's. */
export async function certificateVenue(fault: CertificateFault): Promise<Venue> {
  const { host, fromMs, toMs, trusted } = certificates[fault];
  const { cert, private: key } = await generate([{ name: 'commonName', value: host }], {
    keySize: 2048,
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() + fromMs),
    notAfterDate: new Date(Date.now() + toMs),
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: host }] }],
  });
  const server = createServer({ cert, key }, (_, response) => response.end('{}'));
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ connect: trusted ? { ca: cert } : {} });
  return {
    baseURL: `https://localhost:${port}/v1`,
    ...noting(withAgent(agent), () => performance.now()),
    books: undefined,
    async close() {
      await agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
