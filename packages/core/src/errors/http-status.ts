import type { ErrorKind } from './kinds.js';

const names: Readonly<Record<number, string>> = {
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  407: 'Proxy Authentication Required',
  408: 'Request Timeout',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
  505: 'HTTP Version Not Supported',
  529: 'Overloaded',
};

const kinds: Readonly<Record<number, ErrorKind>> = {
  401: 'authentication',
  402: 'quota',
  403: 'permission',
  404: 'not-found',
  407: 'configuration',
  408: 'timeout',
  // A conflict passes when it is sent again, unlike the other 4xx.
  409: 'server',
  429: 'rate-limit',
};

/** The status as people write it: `404 Not Found`. */
export function statusLine(status: number): string {
  return status in names ? `${status} ${names[status]}` : String(status);
}

/** The kind of error that a status alone speaks of; the provider's code may know better. */
export function kindOfStatus(status: number): ErrorKind {
  if (status >= 500) return 'server';
  if (status >= 400) return kinds[status] ?? 'bad-request';
  return status >= 300 ? 'configuration' : 'protocol';
}
