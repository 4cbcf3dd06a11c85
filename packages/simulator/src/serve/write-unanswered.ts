import { setTimeout as delay } from 'node:timers/promises';
import type { UnansweredForm } from '../faults/wire-fault.js';
import type { Connection } from './connection.js';

/** Ten bytes a second: a client that counts bytes never tires of it. */
const slowByteMs = 100;

type Write = (connection: Connection, left: AbortSignal) => Promise<void>;

/** What is on the socket instead of a reply. */
export const writeUnanswered: Readonly<Record<UnansweredForm, Write>> = {
  async 'reset-before-headers'(connection) {
    connection.reset();
  },
  async 'reset-in-headers'(connection) {
    await connection.write('HTTP/1.1 200 OK\r\ncontent-type: text/event-st');
    await connection.untilRead();
    connection.reset();
  },
  async 'not-http'(connection) {
    await connection.write('SSH-2.0-OpenSSH_9.9\r\n');
    await connection.close();
  },
  async 'slow-headers'(connection, left) {
    for (const byte of endlessHead()) {
      await connection.write(byte);
      await delay(slowByteMs, undefined, { signal: left });
    }
  },
  async 'huge-headers'(connection) {
    await connection.write('HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n');
    // 180 KB in 3,000 headers, where Node.js reads 16 KB and others 100.
    for (let number = 1; number <= 3_000; number++) {
      await connection.write(`x-padding-${number}: ${'x'.repeat(43)}\r\n`);
    }
    await connection.write('content-length: 0\r\n\r\n');
    await connection.close();
  },
  async 'stale-connection'(connection) {
    await connection.close();
  },
};

function* endlessHead(): Iterable<string> {
  yield* 'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nx-padding: ';
  for (;;) yield 'x';
}
