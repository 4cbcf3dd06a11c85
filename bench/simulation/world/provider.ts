import type { ChatMessage, Clock } from '@farebox/core';
import { type ScriptedReply, simulate } from '@farebox/simulator';
import { countedBodies } from '../../faults/venues/counted-bodies.ts';
import type { PlannedAnswer, Scenario } from '../scenario/scenario.ts';
import { hintOf } from './hint.ts';
import type { AttemptRecord, CallRecord, RequestRecord } from './records.ts';

/** The provider of a scenario, with a note of each request that reached for it. */
export function openProvider(
  scenario: Scenario,
  clock: Clock,
  calls: readonly CallRecord[],
  note: (what: string) => void,
) {
  const simulator = simulate({
    seed: scenario.seed,
    clock,
    faults: scenario.provider.faults,
    ...(scenario.provider.pace !== undefined && { pace: scenario.provider.pace }),
    limits: scenario.provider.limits,
    answers: [
      ({ messages }) => {
        const plan = calls[callIndexIn(JSON.stringify(messages))]?.plan.answer;
        return plan === undefined ? undefined : scripted(plan, messages.at(-1));
      },
    ],
    onEnd: ({ id, ended, cost }) => note(`provider ended ${id} ${ended} ${cost}`),
  });
  const bodies = countedBodies(simulator.fetch);
  let number = 0;

  /** Sends a request of an attempt. */
  const send = async (
    call: CallRecord,
    attempt: AttemptRecord,
    input: RequestInfo | URL,
    init: RequestInit | undefined,
  ): Promise<Response> => {
    const { totalMs = 600_000 } = call.client.clocks;
    const sentMs = clock.monotonicMs();
    number += 1;
    const request: RequestRecord = {
      number,
      id: undefined,
      sentMs,
      afterAbort: call.controller.signal.aborted,
      afterDeadline: sentMs > (call.startedMs ?? 0) + totalMs,
      step: simulator.faults[0] ?? 'ok',
      status: undefined,
      answeredMs: undefined,
      hintMs: undefined,
    };
    attempt.requests.push(request);
    note(`call ${call.index} sends ${number} ${JSON.stringify(request.step)}`);
    try {
      const response = await bodies.fetch(input, init);
      request.status = response.status;
      request.id = response.headers.get('x-request-id') ?? undefined;
      request.hintMs = hintOf(response, clock.now());
      note(`call ${call.index} has headers of ${request.number}: ${response.status}`);
      return response;
    } catch (error) {
      note(`call ${call.index} has no reply to ${request.number}: ${String(error)}`);
      throw error;
    } finally {
      request.answeredMs = clock.monotonicMs();
    }
  };
  return {
    send,
    books: simulator.books,
    bodies,
    /** The ids of all requests, by number, arrived or not: as the provider names them. */
    ids: () => idsOf(scenario.seed, number),
  };
}

/** The answer of a call; of one that was begun, the rest. */
function scripted({ text, toolCall }: PlannedAnswer, last: ChatMessage | undefined): ScriptedReply {
  if (toolCall !== undefined) return { toolCalls: [toolCall] };
  const begun = last?.role === 'assistant' && typeof last.content === 'string' ? last.content : '';
  return { content: text.startsWith(begun) ? text.slice(begun.length) : text };
}

/** A provider names its requests by its seed and their number, so that another one knows their names. */
async function idsOf(seed: number, count: number): Promise<string[]> {
  const twin = simulate({ seed });
  const ids: string[] = [];
  for (let number = 1; number <= count; number++) {
    const { headers } = await twin.fetch('http://simulator.test/v1/models', { method: 'HEAD' });
    ids.push(headers.get('x-request-id') ?? '');
  }
  return ids;
}

/** Which call a request is of, by its question. */
export function callIndexIn(text: string): number {
  const found = /canary-prompt-sings-at-dawn call (\d+):/.exec(text)?.[1];
  return found === undefined ? -1 : Number(found);
}
