import type { LookupFunction } from 'node:net';

/** A resolver that finds one address for every name, or fails as the system's does. */
export function nameServer(
  answer: { readonly address: string } | { readonly code: string },
): LookupFunction {
  return (hostname, options, callback) => {
    if ('code' in answer) {
      const { code } = answer;
      const error = Object.assign(new Error(`getaddrinfo ${code} ${hostname}`), {
        code,
        syscall: 'getaddrinfo',
        hostname,
      });
      setImmediate(() => callback(error, '', 4));
    } else if (options.all) {
      setImmediate(() => callback(null, [{ address: answer.address, family: 4 }]));
    } else {
      setImmediate(() => callback(null, answer.address, 4));
    }
  };
}
