/** Why a request to a loopback server is not answered. */
export interface Rejection {
  readonly status: 403 | 421;
  readonly message: string;
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Rejects what a web page elsewhere could send here: a Host that is not a loopback name (a name
 * rebound to this machine), or an Origin that is not one (a page of another site).
 */
export function guard(host: string | undefined, origin: string | undefined): Rejection | undefined {
  if (!loopback.has(hostnameOf(`http://${host ?? ''}`))) {
    return { status: 421, message: 'This server answers loopback host names only.' };
  }
  if (origin !== undefined && !loopback.has(hostnameOf(origin))) {
    return { status: 403, message: 'This server answers pages of this machine only.' };
  }
  return undefined;
}

function hostnameOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}
