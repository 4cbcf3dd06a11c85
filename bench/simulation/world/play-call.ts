import type { Clock } from '@farebox/core';
import type { Aborter } from './aborter.ts';
import { lateIterator, type OpenCall, type OpenedAnswer, type WholeAnswer } from './open-client.ts';
import type { CallRecord, Outcome } from './records.ts';

/** Makes one call and takes its answer the way its plan says; never rejects. */
export async function playCall(
  call: CallRecord,
  open: OpenCall,
  clock: Clock,
  aborts: Aborter,
  note: (what: string) => void,
): Promise<void> {
  call.startedMs = clock.monotonicMs();
  aborts.reached(call, 'before');
  aborts.reached(call, 'after-ms');
  note(`call ${call.index} starts: ${call.plan.reading}`);
  const outcome = await outcomeOf(call, open, clock, aborts);
  call.outcomes.push(outcome);
  call.endedMs = clock.monotonicMs();
  note(
    `call ${call.index} ${outcome.how}${outcome.how === 'threw' ? `: ${String(outcome.error)}` : ''}`,
  );
}

async function outcomeOf(
  call: CallRecord,
  open: OpenCall,
  clock: Clock,
  aborts: Aborter,
): Promise<Outcome> {
  try {
    const answer = open(call);
    if (call.plan.reading === 'ask') return completed(await answer.whole());
    const pieces = piecesOf(call, answer);
    for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) {
      call.pieces.push(next.value);
      aborts.reached(call, 'on-text');
      const isEnough = call.pieces.length >= call.plan.pieces;
      if (call.plan.reading === 'leave' && isEnough) {
        await pieces.return?.();
        return { how: 'left' };
      }
      // Who stops reading hears of the end where everybody can: from the answer.
      if (call.plan.reading === 'stop-reading' && isEnough) break;
      if (call.plan.reading === 'slow') await pause(clock, call.plan.pauseMs);
    }
    aborts.reached(call, 'on-end');
    return completed(await answer.whole());
  } catch (error) {
    return { how: 'threw', error };
  }
}

function piecesOf(call: CallRecord, answer: OpenedAnswer): AsyncIterator<string> {
  const { stream } = answer;
  if (call.plan.reading !== 'chunks' || stream === undefined) {
    return answer.text[Symbol.asyncIterator]();
  }
  const chunks = lateIterator(stream, (opened) => opened);
  return {
    async next() {
      const { done, value } = await chunks.next();
      if (done === true) return { done, value };
      const first = value.choices.find(({ index }) => index === 0);
      return { done: false, value: first?.delta.content ?? '' };
    },
    return: async () => {
      await chunks.return?.();
      return { done: true, value: undefined };
    },
  };
}

function completed({ completion, text, truncated, attempts }: WholeAnswer): Outcome {
  const [choice] = completion.choices;
  const toolCalls = choice?.message.tool_calls?.map((call) =>
    call.type === 'function' ? call.function : { name: call.custom.name, arguments: '' },
  );
  return {
    how: 'completed',
    text,
    toolCalls,
    isCut: truncated,
    attempts,
    finishReason: choice?.finish_reason,
  };
}

function pause(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => void clock.after(ms, resolve));
}
