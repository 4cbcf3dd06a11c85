import { STATUS_CODES } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import type { Connection } from './connection.js';
import type { Framing } from './framings.js';

/** How many packets a client can find when it looks. */
const writesPerTurn = 8;

/**
 * Writes a reply byte for byte. The connection is closed at its end, whatever it says; a body that
 * breaks is given time to be read, and ends the same way.
 */
export async function writeFramed(
  framing: Framing,
  response: Response,
  connection: Connection,
): Promise<void> {
  const { frame = (block) => [block], ending = 'close' } = framing;
  await connection.write(head(response, framing.headers));
  if (framing.waits) await connection.untilLeft();
  await connection.write(framing.begin ?? '');
  const reader = response.body?.getReader();
  const next = () => reader?.read().catch(() => 'broken' as const);
  let writes = 0;
  let read = await next();
  try {
    for (; read !== 'broken' && read?.done === false; read = await next()) {
      for (const bytes of frame(read.value)) {
        await connection.write(bytes);
        // A client may take one byte of a character; a turn for each byte of all would take seconds.
        writes += 1;
        if (writes % writesPerTurn === 0 || !isAscii(bytes)) await turn();
      }
    }
  } finally {
    reader?.cancel().catch(() => {});
  }
  if (read !== 'broken') await connection.write(framing.end ?? '');
  if (read === 'broken' || ending === 'reset') await connection.untilRead();
  if (ending === 'reset') return connection.reset();
  await connection.close();
}

function head({ status, headers }: Response, more: Framing['headers']): string {
  const fields = [...headers, ...more].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${fields}\r\n`;
}

function isAscii(bytes: string | Uint8Array): boolean {
  return typeof bytes === 'string' || bytes.every((byte) => byte < 0x80);
}
