import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import type { buildConnector } from 'undici';
import { isPrivateAddress } from './private-address.js';

/** A lookup that fails for a name with a private address, so that nothing is connected to. */
export function publicLookup(lookup: LookupFunction = systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, options, (error, found, family) => {
      const addresses = typeof found === 'string' ? [found] : (found ?? []);
      const isBlocked = addresses.some((one) =>
        isPrivateAddress(typeof one === 'string' ? one : one.address),
      );
      if (error === null && isBlocked) callback(blocked(), '', 4);
      else callback(error, found, family);
    });
  };
}

/**
 * A connector that refuses private addresses: those in the URL itself, which no lookup sees, and
 * whatever a socket is connected to in the end. Nothing has been sent by then.
 */
export function publicConnector(connect: buildConnector.connector): buildConnector.connector {
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && isPrivateAddress(host)) {
      callback(blocked(), null);
      return;
    }
    connect(options, (...result) => {
      const [, socket] = result;
      // With an error there is no socket: null says the type, undefined undici.
      if (!socket || !isPrivateAddress(socket.remoteAddress ?? '')) {
        callback(...result);
        return;
      }
      socket.destroy();
      callback(blocked(), null);
    });
  };
}

function blocked(): NodeJS.ErrnoException {
  const message = 'The address is private.';
  return Object.assign(new Error(message), { code: 'ERR_BLOCKED_ADDRESS' });
}
