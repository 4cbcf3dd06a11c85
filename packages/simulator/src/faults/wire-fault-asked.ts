import type { Clock } from '@farebox/core';
import type { BillingLine } from '../books/books.js';
import { orAbort } from '../clock/abortable.js';
import type { Arrival } from '../provider.js';
import type { Fault, FaultSettings } from './fault.js';
import { faults } from './faults.js';
import type { NamedFault } from './script.js';

type Unanswered = Extract<Fault, { unanswered: unknown }>;

/** The first of the faults that leaves the request without a reply, if one does. */
export function unansweredBy(
  asked: readonly NamedFault[],
): (Unanswered & { readonly settings: FaultSettings }) | undefined {
  for (const { fault, ...settings } of asked) {
    const { unanswered, thrown } = faults[fault] as Partial<Unanswered>;
    if (unanswered !== undefined) return { unanswered, settings, ...(thrown && { thrown }) };
  }
  return undefined;
}

/**
 * Leaves a request without a reply: a server gets an empty one and is told how to break it.
 *
 * @throws {TypeError} what `fetch` would throw, or the signal's reason where it would never settle.
 */
export async function leaveUnanswered(
  { unanswered, thrown }: Unanswered,
  { wire, signal }: Arrival,
  line: BillingLine,
): Promise<Response> {
  if (wire === undefined) {
    if (thrown === undefined) await orAbort(new Promise(() => {}), signal);
    throw thrown?.();
  }
  wire(unanswered);
  if (thrown !== undefined) line.end('failed');
  else signal?.addEventListener('abort', () => line.end('disconnected'), { once: true });
  return new Response(null);
}

/**
 * The reply as the first of the faults that sends it another way leaves it; a server is told.
 *
 * @throws {TypeError} what `fetch` would throw.
 */
export async function asSent(
  response: Response,
  asked: readonly NamedFault[],
  { wire }: Arrival,
  clock: Clock,
): Promise<Response> {
  for (const { fault } of asked) {
    const { sent, shown } = faults[fault] as Partial<Extract<Fault, { sent: unknown }>>;
    if (sent === undefined) continue;
    if (wire === undefined) return shown?.(response, clock) ?? response;
    wire(sent);
    return response;
  }
  return response;
}
