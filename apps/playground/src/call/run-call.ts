import { ChatClient } from '@farebox/chat';
import { ChatError, isChatError } from '@farebox/core';
import type { Simulator } from '@farebox/simulator';
import type { Question } from '../ask/question.js';
import { takesTemperature } from '../ask/takes-temperature.js';
import type { FareBox } from '../fare-box/fare-box.js';
import type { CallEvent } from './call-state.js';

export interface RunCallOptions {
  readonly question: Question;
  readonly fareBox: FareBox;
  /** Loaded when the first question is asked. */
  readonly simulator: () => Promise<Simulator>;
  readonly signal: AbortSignal;
  /** Milliseconds that never go backwards. */
  readonly nowMs: () => number;
  readonly onEvent: (event: CallEvent) => void;
}

/** Asks one question with a real `ChatClient` under the page's budget, and tells what happens. Never rejects. */
export async function runCall(options: RunCallOptions): Promise<void> {
  const { question, fareBox, signal, nowMs, onEvent } = options;
  onEvent({ type: 'asked' });
  let sent = () => 0;
  try {
    const { fetch, books } = await options.simulator();
    const before = books.requests.length;
    sent = () => books.requests.length - before;
    const startedMs = nowMs();
    const stream = clientFor(question, fareBox, fetch, onEvent).stream(question.prompt, { signal });
    for await (const text of stream) {
      onEvent({ type: 'text', text, afterMs: nowMs() - startedMs });
    }
    const { finishReason } = await stream.answer;
    onEvent({ type: 'completed', finishReason });
  } catch (thrown) {
    onEvent({ type: 'failed', error: asChatError(thrown), requestsSent: sent() });
  }
}

function clientFor(
  question: Question,
  { ledger, scope }: FareBox,
  fetch: typeof globalThis.fetch,
  onEvent: RunCallOptions['onEvent'],
): ChatClient {
  return new ChatClient({
    model: question.model,
    ...(question.system === '' ? {} : { system: question.system }),
    ...(takesTemperature(question.model) ? { temperature: question.temperature } : {}),
    max_completion_tokens: question.maxOutputTokens,
    budget: scope,
    ledger,
    fetch,
    observe: (event) => {
      if (event.type === 'receipt') onEvent({ type: 'receipt', receipt: event.receipt });
    },
  });
}

/** Anything but our own error is the page's own failing: its files could not be loaded, most likely. */
function asChatError(thrown: unknown): ChatError {
  if (isChatError(thrown)) return thrown;
  return new ChatError({
    kind: 'configuration',
    message: 'The simulator could not be loaded.',
    fix: 'Reload the page.',
    cause: thrown,
  });
}
