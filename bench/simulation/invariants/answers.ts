import { faultNames } from '../../faults/steps.ts';
import type { CallRecord } from '../world/records.ts';
import { mayDiffer } from './changed-answers.ts';
import type { Invariant } from './invariant.ts';

export const answerInvariants: readonly Invariant[] = [
  {
    holds: 'a completed answer is what the provider generated, to the letter',
    *broken({ calls }) {
      for (const call of calls) {
        const [outcome] = call.outcomes;
        if (outcome?.how !== 'completed' || isChanged(call)) continue;
        const { text, toolCall } = call.plan.answer;
        if (toolCall !== undefined) {
          const whole = JSON.stringify(toolCall.arguments);
          const [got] = outcome.toolCalls ?? [];
          const isWhole = got?.name === toolCall.name && got.arguments === whole;
          const isStart = outcome.isCut && whole.startsWith(got?.arguments ?? '');
          if (!isWhole && !isStart)
            yield `call ${call.index}: ${JSON.stringify(outcome.toolCalls)}`;
          continue;
        }
        const isRight = outcome.isCut ? text.startsWith(outcome.text) : text === outcome.text;
        if (!isRight)
          yield `call ${call.index} has ${outcome.text.length} of ${text.length} characters (${outcome.finishReason}), from ${firstDifference(text, outcome.text)}`;
      }
    },
  },
  {
    holds:
      'the pieces that a caller reads are the beginning of the answer, and all of it at its end',
    *broken({ calls }) {
      for (const call of calls) {
        const [outcome] = call.outcomes;
        const { text, toolCall } = call.plan.answer;
        if (toolCall !== undefined || isChanged(call)) continue;
        const got = call.pieces.join('');
        if (!text.startsWith(got)) yield `call ${call.index} read something else`;
        const isToTheEnd = outcome?.how === 'completed' && call.pieces.length > 0;
        if (isToTheEnd && call.plan.reading !== 'stop-reading' && got !== outcome.text) {
          yield `call ${call.index} read ${got.length} of ${outcome.text.length} characters`;
        }
      }
    },
  },
];

/** Whether a fault changed what was sent, so that what arrived need not be what was generated. */
function isChanged({ attempts }: CallRecord): boolean {
  const requests = attempts.flatMap((attempt) => attempt.requests);
  return requests
    .flatMap(({ step }) => faultNames(step))
    .some((name) => mayDiffer[name] !== undefined);
}

function firstDifference(wanted: string, got: string): string {
  const at = [...got].findIndex((character, index) => character !== [...wanted][index]);
  return at === -1
    ? 'its end'
    : `character ${at}: ${JSON.stringify([...got].slice(at, at + 12).join(''))}`;
}
