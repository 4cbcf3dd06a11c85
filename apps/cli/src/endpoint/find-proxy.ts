import { ChatError } from '@farebox/core';

/** Variables that name a proxy or keep one away, in capitals or not. */
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy through which an address is reached, if the environment names one: `HTTPS_PROXY` or
 * `HTTP_PROXY`, by the protocol of the address, unless `NO_PROXY` excepts it.
 *
 * An address of this machine is never reached through a proxy, because no proxy could reach it.
 *
 * @throws {ChatError} `configuration` when the variable holds no address of a proxy.
 * @example
 * findProxy('https://api.openai.com/v1', { HTTPS_PROXY: 'http://proxy:3128' }); // => 'http://proxy:3128'
 */
export function findProxy(baseUrl: string, environment: Environment): string | undefined {
  const url = new URL(baseUrl);
  const name = url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const proxy = variable(name, environment);
  if (proxy === undefined || isLoopback(url.hostname)) return undefined;
  if (isExcepted(url, variable('NO_PROXY', environment) ?? '')) return undefined;
  // Without a protocol, HTTP is meant: so it is written in many places.
  const address = proxy.includes('://') ? proxy : `http://${proxy}`;
  if (!/^https?:$/.test(URL.parse(address)?.protocol ?? '')) throw noProxy(name);
  return address;
}

/** Lower case outranks, as in curl; a variable that is set to nothing counts as not set. */
function variable(name: string, environment: Environment): string | undefined {
  return environment[name.toLowerCase()]?.trim() || environment[name]?.trim() || undefined;
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
}

/** `*`, a host, or a domain with all that is below it (`example.com`, `.example.com`, `*.example.com`); each may have a port. */
function isExcepted({ hostname, port, protocol }: URL, exceptions: string): boolean {
  const portOfUrl = port || (protocol === 'https:' ? '443' : '80');
  return exceptions.split(/[\s,]+/).some((entry) => {
    const [, host = '', portOfEntry = portOfUrl] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
    const domain = host.toLowerCase().replace(/^\*?\./, '');
    if (domain === '' || portOfEntry !== portOfUrl) return false;
    return domain === '*' || hostname === domain || hostname.endsWith(`.${domain}`);
  });
}

/** The value is not shown: a proxy's address often has a password in it. */
function noProxy(name: string): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: `${name} in the environment is no address of an HTTP proxy.`,
    fix: `Write it as in ${name}=http://proxy.example:3128, unset it, or name the host in NO_PROXY.`,
  });
}
