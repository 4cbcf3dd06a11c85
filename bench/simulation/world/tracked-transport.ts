import { fetchTransport } from '@farebox/client';
import type { Call, ProviderProfile } from '@farebox/core';
import { canaryKey } from '../../faults/canaries.ts';
import { callIndexIn } from './provider.ts';
import type { AttemptRecord, CallRecord } from './records.ts';

/** A provider that goes on from what it is given of an answer, and needs no word for it. */
export const continuingProvider: ProviderProfile = { continuation: {} };

/** What the transport of a scenario tells of what it does. */
export interface TransportListener {
  send(
    call: CallRecord,
    attempt: AttemptRecord,
    input: RequestInfo | URL,
    init: RequestInit | undefined,
  ): Promise<Response>;
  /** An attempt is over before anything was carried. */
  failed(call: CallRecord): void;
  note(what: string): void;
}

/** Farebox's own transport, a new one for each attempt, so that each request is known by its attempt. */
export function trackedTransport(
  calls: readonly CallRecord[],
  listener: TransportListener,
  now: () => number,
): Call {
  return async (request, context) => {
    const call = calls[callIndexIn(JSON.stringify(request.messages))];
    if (call === undefined) throw new Error('A request belongs to no call.');
    const { callId, attempt: number = 1 } = context;
    const attempt: AttemptRecord = {
      callId,
      number,
      model: request.model,
      startedMs: now(),
      requests: [],
      opened: false,
      error: undefined,
      ends: [],
    };
    call.attempts.push(attempt);
    listener.note(`call ${call.index} attempt ${callId}/${number} with ${request.model}`);
    const transport = fetchTransport({
      apiKey: canaryKey,
      baseURL: 'http://simulator.test/v1',
      profile: continuingProvider,
      fetch: (input, init) => listener.send(call, attempt, input, init),
    });
    try {
      const stream = await transport(request, context);
      attempt.opened = true;
      listener.note(`call ${call.index} is open`);
      stream.watch({
        end: (end) => {
          attempt.ends.push(end);
          listener.note(
            `call ${call.index} stream ends ${typeof end === 'string' ? end : end.failed.kind}`,
          );
        },
        ...(call.plan.watched && { chunk: () => {} }),
      });
      return stream;
    } catch (error) {
      attempt.error = error;
      listener.note(`call ${call.index} attempt failed: ${String(error)}`);
      listener.failed(call);
      throw error;
    }
  };
}
