import { Socket } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { timedConnector } from './timed-connector.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const to = { hostname: 'provider.test', protocol: 'https:', port: '443' };

/** A connector that connects when it is told to, and what the timed one has called back with. */
function connecting(connectMs: number) {
  const socket = new Socket();
  const results: unknown[][] = [];
  let connected = () => {};
  const connect = timedConnector((_, callback) => {
    connected = () => callback(null, socket);
    return socket;
  }, connectMs);
  connect(to, (...result) => void results.push(result));
  return { socket, results, connected: () => connected() };
}

it('a connection at the last moment is handed on; afterwards nothing ends it', () => {
  const { socket, results, connected } = connecting(300);
  vi.advanceTimersByTime(299);
  connected();
  vi.advanceTimersByTime(10_000);
  expect(results).toEqual([[null, socket]]);
  expect(socket.destroyed).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});

it('at exactly the time it gives up, closes the socket and says so once, even if it connects later', () => {
  const { socket, results, connected } = connecting(300);
  vi.advanceTimersByTime(300);
  expect(socket.destroyed).toBe(true);
  connected();
  const error = expect.objectContaining({ code: 'UND_ERR_CONNECT_TIMEOUT' });
  expect(results).toEqual([[error, null]]);
});

it('without a time there is no timer', () => {
  connecting(Number.POSITIVE_INFINITY);
  expect(vi.getTimerCount()).toBe(0);
});
