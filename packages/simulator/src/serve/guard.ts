/** Why a request to the server is not answered. */
export interface Rejection {
  readonly status: 401 | 403 | 413 | 421 | 501;
  readonly message: string;
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Rejects what a web page elsewhere could send here: a Host that is not a loopback name (a name
 * rebound to this machine), or an Origin that is not one (a page of another site).
 *
 * A server that listens elsewhere (`anyHost`) has names that it does not know; there the Origin must
 * be loopback or the Host itself, and its token keeps strangers out.
 */
export function guard(
  host: string | undefined,
  origin: string | undefined,
  anyHost = false,
): Rejection | undefined {
  const name = hostnameOf(`http://${host ?? ''}`);
  if (anyHost ? name === '' : !loopback.has(name)) {
    return { status: 421, message: 'This server answers loopback host names only.' };
  }
  if (origin === undefined) return undefined;
  const page = hostnameOf(origin);
  if (loopback.has(page) || (anyHost && page === name)) return undefined;
  return { status: 403, message: 'This server answers pages of this machine only.' };
}

/** Nothing for what is no plain `host:port`. */
function hostnameOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const { hostname, username, password } = new URL(url);
  return username === '' && password === '' ? hostname : '';
}
