import type { HeaderReader } from '@farebox/core';
import { sleep } from '../clock/abortable.js';
import type { Arrival, Provider } from '../provider.js';
import { invalidRequest } from '../refusal/refusal.js';
import { nextFaults } from './asked.js';
import type { Fault } from './fault.js';
import { faults } from './faults.js';
import type { NamedFault } from './script.js';

type Unreachable = Extract<Fault, { unreachable: unknown }>;

/**
 * Fails a request that a fault of the network keeps from arriving, and uses up its step.
 *
 * @throws {TypeError} what `fetch` would throw.
 * @throws {Refusal} 400 where the request has come over a socket: it has arrived.
 */
export async function failUnreachable({ faults: script, clock }: Provider, arrival: Arrival) {
  const { request, signal, wire } = arrival;
  const found = unreachableOf(peeked(script.slice(0, 1), request.headers));
  if (found === undefined) return;
  if (request.headers.get('x-simulator-fault') === null) script.shift();
  const { name, unreachable, afterMs = 0 } = found;
  if (wire !== undefined) {
    throw invalidRequest(
      `The fault '${name}' keeps a request from arriving, and this one has arrived over a socket. Ask for it without one: simulate({ faults: ['${name}'] }).fetch.`,
      null,
      'fault_needs_no_socket',
    );
  }
  if (afterMs > 0) await sleep(clock, afterMs, signal);
  throw unreachable(new URL(request.url));
}

/** What the request is to suffer; a step that is none is refused later, when the request is in the books. */
function peeked(
  script: Parameters<typeof nextFaults>[0],
  headers: HeaderReader,
): readonly NamedFault[] {
  try {
    return nextFaults(script, headers);
  } catch {
    return [];
  }
}

function unreachableOf(
  asked: readonly NamedFault[],
): (Unreachable & { readonly name: string }) | undefined {
  for (const { fault: name } of asked) {
    const { unreachable, ...rest } = faults[name] as Partial<Unreachable>;
    if (unreachable !== undefined) return { name, unreachable, ...rest };
  }
  return undefined;
}
