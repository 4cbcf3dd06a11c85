/** What `fetch` of Node.js 24 rejects with; the reason is in its `cause`. */
export function fetchFailed(cause: Error): TypeError {
  return new TypeError('fetch failed', { cause });
}

/** What reading a body fails with in Node.js 24. */
export function terminated(cause: Error): TypeError {
  return new TypeError('terminated', { cause });
}

/** The other side has closed at once (RST). */
export function resetByPeer(): Error {
  return systemError('read ECONNRESET', { errno: -104, code: 'ECONNRESET', syscall: 'read' });
}

/** The other side has closed (FIN) where more had to come. */
export function otherSideClosed(): Error {
  return undiciError('SocketError', 'other side closed', 'UND_ERR_SOCKET');
}

/** How long `fetch` of Node.js waits for headers to be whole, however many of their bytes come. */
export const headersMs = 300_000;

/** What it throws then. */
export function headersTimeout(): TypeError {
  return fetchFailed(
    undiciError('HeadersTimeoutError', 'Headers Timeout Error', 'UND_ERR_HEADERS_TIMEOUT'),
  );
}

/** An error as the system or OpenSSL words it. */
export function systemError(message: string, facts: Readonly<Record<string, unknown>>): Error {
  return Object.assign(new Error(message), facts);
}

/** An error of undici's own, which is what `fetch` of Node.js is made of. */
export function undiciError(name: string, message: string, code?: string): Error {
  return Object.assign(new Error(message), { name, ...(code !== undefined && { code }) });
}
