import type { ConnectionOptions } from '@farebox/chat';
import {
  ChatError,
  type ChatMessage,
  type Clock,
  isChatError,
  type Picodollars,
} from '@farebox/core';
import type { FareBox } from '../fare-box/fare-box.js';
import { recordRun } from '../wire/record-run.js';
import { type Asking, streamOf } from '../workbench/asking.js';
import type { CallEvent } from './call-state.js';

/** Who answers, and how they are reached. */
export type Line = Pick<ConnectionOptions, 'provider' | 'baseURL' | 'apiKey' | 'clocks'> & {
  readonly fetch: typeof globalThis.fetch;
};

export interface RunCallOptions {
  readonly asking: Asking;
  /** What was said after the question, where this goes on with the results of functions. */
  readonly after?: readonly ChatMessage[];
  readonly fareBox: FareBox;
  /** Opened when something is asked. */
  readonly connect: () => Promise<Line>;
  readonly signal: AbortSignal;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly onEvent: (event: CallEvent) => void;
}

/** The deadline of a client that is told of none. */
const defaultTotalMs = 600_000;

/** Asks with a real `ChatClient` under the page's budget, and tells what happens. Never rejects. */
export async function runCall(options: RunCallOptions): Promise<void> {
  const { asking, after, clock, onEvent } = options;
  onEvent({ type: 'asked', ...(after !== undefined && { after }) });
  let wanted: Picodollars | undefined;
  try {
    const line = await options.connect().catch(notLoaded);
    const startedMs = clock.monotonicMs();
    const afterMs = () => clock.monotonicMs() - startedMs;
    const stream = openStream(options, line, (amount) => {
      wanted = amount;
    });
    let heard = 0;
    const hearSaid = () => {
      if (stream.said.length === heard) return;
      heard = stream.said.length;
      onEvent({ type: 'said', messages: [...(after ?? []), ...stream.said] });
    };
    if (asking.schema === undefined) {
      for await (const text of stream) {
        hearSaid();
        onEvent({ type: 'text', text, afterMs: afterMs() });
      }
    } else {
      for await (const value of stream.partials()) {
        hearSaid();
        onEvent({ type: 'partial', value, afterMs: afterMs() });
      }
    }
    const answer = await stream.answer;
    hearSaid();
    onEvent({
      type: 'completed',
      answer: { ...answer, messages: [...(after ?? []), ...answer.messages] },
    });
  } catch (thrown) {
    onEvent({
      type: 'failed',
      error: asChatError(thrown),
      ...(wanted !== undefined && { wanted }),
    });
  }
}

function openStream(
  { asking, after = [], fareBox, clock, signal, onEvent }: RunCallOptions,
  line: Line,
  onWanted: (amount: Picodollars) => void,
) {
  const recorder = recordRun({
    fetch: line.fetch,
    clock,
    totalMs: line.clocks?.totalMs ?? defaultTotalMs,
    onEvent: (event) => onEvent({ type: 'wire', event }),
  });
  const { ledger, scope } = fareBox;
  const messages = [...asking.messages, ...after];
  return streamOf(
    { ...asking, messages },
    {
      ...line,
      fetch: recorder.fetch,
      budget: scope,
      ledger: {
        ...ledger,
        reserve(reservation) {
          if (reservation.amount !== undefined) onWanted(reservation.amount);
          return ledger.reserve(reservation);
        },
      },
      observe: (event) => {
        recorder.observe(event);
        if (event.type === 'receipt') onEvent({ type: 'receipt', receipt: event.receipt });
        if (event.type === 're-ask') onEvent({ type: 're-asked' });
      },
    },
    signal,
  );
}

function notLoaded(cause: unknown): never {
  throw new ChatError({
    kind: 'configuration',
    message: 'A file of this page could not be loaded.',
    fix: 'Reload the page.',
    cause,
  });
}

/** Anything but our own error is the page's own failing. */
function asChatError(thrown: unknown): ChatError {
  if (isChatError(thrown)) return thrown;
  return new ChatError({
    kind: 'configuration',
    message: 'This page has made a mistake of its own.',
    fix: 'Reload the page; if it happens again, report it.',
    cause: thrown,
  });
}
