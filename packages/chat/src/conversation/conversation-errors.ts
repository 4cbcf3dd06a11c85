import { ChatError } from '@farebox/core';

export function checkTurn(turn: number, most: number): void {
  if (Number.isSafeInteger(turn) && turn >= 0 && turn <= most) return;
  const turns = most < 0 ? 'has none yet' : `goes up to ${most}`;
  throw new ChatError({
    kind: 'configuration',
    message: `There is no turn ${String(turn)}: the conversation ${turns}.`,
    fix: 'Turns are counted from 0; see conversation.turns.',
  });
}

export function underWay(): ChatError {
  return new ChatError({
    kind: 'configuration',
    code: 'under-way',
    message: 'The conversation is waiting for an answer: it takes one question at a time.',
    fix: 'Await the answer first, abort it, or fork() the conversation.',
  });
}

export function nothingToRetry(): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: 'Nothing was asked yet, so there is nothing to ask again.',
    fix: 'Ask something first.',
  });
}

export function emptySummary(): ChatError {
  return new ChatError({
    kind: 'protocol',
    code: 'empty-summary',
    message: 'The model wrote an empty summary.',
    fix: 'Name another model for it: summarise({ model }).',
  });
}
