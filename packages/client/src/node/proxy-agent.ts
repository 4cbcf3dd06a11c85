import { ChatError } from '@farebox/core';
import {
  type Agent,
  type buildConnector,
  type Dispatcher,
  EnvHttpProxyAgent,
  ProxyAgent,
} from 'undici';

/**
 * What sends requests through a proxy: https in a tunnel, http as HTTP proxies have it.
 *
 * @param proxy the proxy's address, or `environment`.
 * @throws {ChatError} `configuration` for an address that is none of an HTTP proxy; the message never
 * repeats it, as it may hold a password.
 */
export function proxyAgent(
  proxy: string,
  connection: buildConnector.BuildOptions,
  options: Agent.Options,
): Dispatcher {
  const settings = {
    ...options,
    connect: connection,
    proxyTls: connection,
    requestTls: connection,
    proxyTunnel: false,
  };
  if (proxy !== 'environment') return new ProxyAgent({ ...settings, uri: checked(proxy, 'proxy') });
  const http = fromEnvironment('HTTP_PROXY');
  const https = fromEnvironment('HTTPS_PROXY');
  return new EnvHttpProxyAgent({ ...settings, httpProxy: http, httpsProxy: https });
}

/** In small letters first, as everyone reads them. */
function fromEnvironment(name: 'HTTP_PROXY' | 'HTTPS_PROXY'): string {
  const value = process.env[name.toLowerCase()] ?? process.env[name] ?? '';
  return value === '' ? '' : checked(value, name);
}

function checked(address: string, name: string): string {
  const url = URL.parse(address);
  if (url !== null && /^https?:$/.test(url.protocol) && url.hostname !== '') return url.href;
  throw new ChatError({
    kind: 'configuration',
    message: `${name} is not the address of an HTTP proxy.`,
    fix: 'Use an address such as http://proxy.example:3128, or http://user:password@proxy.example:3128.',
  });
}
