import type { ServerResponse } from 'node:http';
import type { ErrorReply } from './error-reply.js';
import { safeHeaders } from './safe-headers.js';

/** Answers with this, and ends the connection: what else was sent on it is not looked at. */
export function sendReply(outgoing: ServerResponse, { status, headers, body }: ErrorReply): void {
  outgoing.writeHead(status, { ...headers, ...safeHeaders, connection: 'close' });
  outgoing.end(body);
}
