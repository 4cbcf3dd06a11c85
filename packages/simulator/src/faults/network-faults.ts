import type { Fault } from './fault.js';
import { fetchFailed, systemError, undiciError } from './network-error.js';

/** How long `fetch` of Node.js tries to connect, when nobody tells it. */
const connectMs = 10_000;

/**
 * Faults of the way to the provider: nothing arrives, nothing is in the books. What is thrown is what
 * `fetch` of Node.js 24 was measured to throw, less the addresses that only a socket has.
 */
export const networkFaults = {
  refused: {
    unreachable: (url) =>
      fetchFailed(
        systemError(`connect ECONNREFUSED 127.0.0.1:${portOf(url)}`, {
          errno: -111,
          code: 'ECONNREFUSED',
          syscall: 'connect',
          address: '127.0.0.1',
          port: portOf(url),
        }),
      ),
  },
  'dns-not-found': { unreachable: ({ hostname }) => unresolved('ENOTFOUND', -3008, hostname) },
  'dns-try-again': { unreachable: ({ hostname }) => unresolved('EAI_AGAIN', -3001, hostname) },
  'blocked-address': {
    unreachable: () =>
      fetchFailed(systemError('The address is private.', { code: 'ERR_BLOCKED_ADDRESS' })),
  },
  'tls-expired': {
    unreachable: () =>
      fetchFailed(systemError('certificate has expired', { code: 'CERT_HAS_EXPIRED' })),
  },
  'tls-self-signed': {
    unreachable: () =>
      fetchFailed(
        systemError(
          'self-signed certificate; if the root CA is installed locally, try running Node.js with --use-system-ca',
          { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
        ),
      ),
  },
  'tls-wrong-host': {
    unreachable({ hostname: host }) {
      const reason = `Host: ${host}. is not in the cert's altnames: DNS:elsewhere.test`;
      return fetchFailed(
        systemError(`Hostname/IP does not match certificate's altnames: ${reason}`, {
          code: 'ERR_TLS_CERT_ALTNAME_INVALID',
          reason,
          host,
        }),
      );
    },
  },
  'connect-timeout': {
    afterMs: connectMs,
    unreachable: (url) =>
      fetchFailed(
        undiciError(
          'ConnectTimeoutError',
          `Connect Timeout Error (attempted address: ${url.hostname}:${portOf(url)}, timeout: ${connectMs}ms)`,
          'UND_ERR_CONNECT_TIMEOUT',
        ),
      ),
  },
  'proxy-refused': {
    unreachable() {
      const refusal = undiciError(
        'AbortError',
        'Proxy response (407) !== 200 when HTTP Tunneling',
        'UND_ERR_ABORTED',
      );
      return fetchFailed(new Error('Request was cancelled.', { cause: refusal }));
    },
  },
} as const satisfies Record<string, Fault>;

function unresolved(code: string, errno: number, hostname: string): TypeError {
  return fetchFailed(
    systemError(`getaddrinfo ${code} ${hostname}`, {
      errno,
      code,
      syscall: 'getaddrinfo',
      hostname,
    }),
  );
}

function portOf({ port, protocol }: URL): number {
  if (port !== '') return Number(port);
  return protocol === 'https:' ? 443 : 80;
}
