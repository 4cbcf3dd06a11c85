import type { Answer } from '@farebox/chat';
import { describe, expect, it } from 'vitest';
import { receiptOf } from '../fixtures/receipt.js';
import { warningsOf } from './warnings.js';

const fine: Answer = {
  text: 'Yes.',
  value: undefined,
  toolCalls: [],
  stopped: 'answer',
  messages: [],
  finishReason: 'stop',
  truncated: false,
  usage: { inputTokens: 1, cachedInputTokens: 0, outputTokens: 1, totalTokens: 2 },
  cost: 1n,
  costUsd: 1e-12,
  model: 'gpt-4o-mini',
  attempts: 1,
  requestId: undefined,
  receipts: [receiptOf({ known: 'reported', amount: 1n })],
  completion: {
    id: 'x',
    object: 'chat.completion',
    created: 0,
    model: 'gpt-4o-mini',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: 'Yes.', refusal: null },
        finish_reason: 'stop',
        logprobs: null,
      },
    ],
  },
};

it('has nothing to say about an answer that is whole', () => {
  expect(warningsOf(fine, {})).toEqual([]);
});

describe('under --strict', () => {
  it('a cut-off answer is 8, and the fix fits what set the ceiling', () => {
    const cut: Answer = { ...fine, finishReason: 'length', truncated: true };
    expect(warningsOf(cut, { maxTokens: 5 })).toEqual([
      { text: expect.stringMatching(/raise --max-tokens above 5$/), strictExit: 8 },
    ]);
    expect(warningsOf(cut, {})[0]?.text).toMatch(/ask for less at a time$/);
  });

  it('a filtered answer is 9', () => {
    expect(warningsOf({ ...fine, finishReason: 'content_filter' }, {})).toEqual([
      { text: expect.stringContaining('content filter'), strictExit: 9 },
    ]);
  });

  it('a refusal is 9, and its words are shown without what could command a terminal', () => {
    const [choice] = fine.completion.choices;
    const refusal = 'I will\nnot\u001b[2J.';
    const refused = choice && { ...choice, message: { ...choice.message, content: null, refusal } };
    const completion = { ...fine.completion, choices: refused ? [refused] : [] };
    expect(warningsOf({ ...fine, text: '', completion }, {})).toEqual([
      { text: 'the model refused: I will not.', strictExit: 9 },
    ]);
  });

  it('an overrun is 3, and comes first', () => {
    const receipts = [{ ...receiptOf({ known: 'reported', amount: 9n }), overrun: true }];
    const both = warningsOf(
      { ...fine, receipts, finishReason: 'length', truncated: true },
      { maxTokens: 5 },
    );
    expect(both.map(({ strictExit }) => strictExit)).toEqual([3, 8]);
  });
});
