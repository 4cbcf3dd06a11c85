import type { Clock } from '@farebox/core';
import type { BillingLine } from '../books/books.js';
import { sleep } from '../clock/abortable.js';
import type { Arrival, Provider } from '../provider.js';
import { asResponse, type SimulatedReply } from '../reply/plain-reply.js';
import type { Fault, FaultSettings } from './fault.js';
import { faults } from './faults.js';
import type { NamedFault } from './script.js';

type Unanswered = Extract<Fault, { unanswered: unknown }>;

/** The first of the faults that leaves the request without a reply, if one does. */
export function unansweredBy(
  asked: readonly NamedFault[],
): (Unanswered & { readonly settings: FaultSettings }) | undefined {
  for (const { fault, ...settings } of asked) {
    const { unanswered, thrown, ...rest } = faults[fault] as Partial<Unanswered>;
    if (unanswered !== undefined && thrown !== undefined) {
      return { unanswered, thrown, settings, ...rest };
    }
  }
  return undefined;
}

/**
 * Leaves a request without a reply: a server gets an empty one and is told how to break it.
 *
 * @throws {TypeError} what `fetch` would throw, unless the client leaves before.
 */
export async function leaveUnanswered(
  { unanswered, thrown, afterMs = 0 }: Unanswered,
  { clock }: Provider,
  { wire, signal }: Arrival,
  line: BillingLine,
): Promise<Response> {
  const clientLeft = () => line.end('disconnected');
  if (afterMs === 0) line.end('failed');
  // Nothing to write: whoever serves it has as little to send.
  if (wire === undefined || unanswered === 'no-headers') {
    if (afterMs > 0) await sleep(clock, afterMs, signal).finally(clientLeft);
    throw thrown();
  }
  wire(unanswered);
  signal?.addEventListener('abort', clientLeft, { once: true });
  return new Response(null);
}

/**
 * The reply as the first of the faults that sends it another way leaves it; a server is told.
 *
 * @throws {TypeError} what `fetch` would throw.
 */
export async function asSent(
  reply: SimulatedReply,
  asked: readonly NamedFault[],
  { wire }: Arrival,
  clock: Clock,
): Promise<SimulatedReply> {
  for (const { fault } of asked) {
    const { sent, shown } = faults[fault] as Partial<Extract<Fault, { sent: unknown }>>;
    if (sent === undefined) continue;
    if (wire === undefined) return shown?.(asResponse(reply), clock) ?? reply;
    wire(sent);
    return reply;
  }
  return reply;
}
