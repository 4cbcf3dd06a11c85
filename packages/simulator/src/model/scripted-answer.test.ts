import { expect, it } from 'vitest';
import { ask, textOf } from '../fixtures/ask.js';
import { readChunks, textOfChunks } from '../fixtures/read-events.js';
import { simulate } from '../simulate.js';
import type { ScriptedAnswer } from './scripted-answer.js';

interface Reply {
  choices: {
    message: {
      content: string | null;
      refusal: string | null;
      tool_calls?: { type: string; function: { name: string; arguments: string } }[];
    };
    finish_reason: string;
  }[];
}
const choiceOf = async (answer: ScriptedAnswer, request: Record<string, unknown> = {}) =>
  ((await (await ask(simulate({ answers: [answer] }), request)).json()) as Reply).choices[0];

it('answers are used up in order, then the model speaks again', async () => {
  const simulator = simulate({ answers: ['First.', 'Second.'] });
  expect(await textOf(ask(simulator))).toBe('First.');
  expect(simulator.answers).toEqual(['Second.']);
  expect(textOfChunks(await readChunks(ask(simulator, { stream: true })))).toBe('Second.');
  expect(simulator.answers).toEqual([]);
  expect(await textOf(ask(simulator))).toContain('loop');
  simulator.answers.push('Third.');
  expect(await textOf(ask(simulator))).toBe('Third.');
});

it('a rule stays, and leaves what it does not answer to the next', async () => {
  const simulator = simulate({
    answers: [
      ({ messages }) => (JSON.stringify(messages).includes('capital') ? 'Paris.' : undefined),
      'Next.',
    ],
  });
  const capital = { messages: [{ role: 'user', content: 'The capital of France?' }] };
  expect(await textOf(ask(simulator, capital))).toBe('Paris.');
  expect(await textOf(ask(simulator))).toBe('Next.');
  expect(await textOf(ask(simulator, capital))).toBe('Paris.');
  expect(simulator.answers).toHaveLength(1);
});

it('a refused request uses no answer up', async () => {
  const simulator = simulate({ answers: ['First.'] });
  expect((await ask(simulator, { temperature: 99 })).status).toBe(400);
  expect(simulator.answers).toEqual(['First.']);
});

it('a refusal, tool calls and any finish can be said', async () => {
  expect(await choiceOf({ refusal: 'No.' })).toMatchObject({
    message: { content: null, refusal: 'No.' },
    finish_reason: 'stop',
  });
  const calls = [
    { name: 'add', arguments: { a: 1, b: 2 } },
    { name: 'broken', arguments: '{"a":' },
  ];
  expect(await choiceOf({ toolCalls: calls })).toMatchObject({
    message: {
      content: null,
      tool_calls: [
        { type: 'function', function: { name: 'add', arguments: '{"a":1,"b":2}' } },
        { type: 'function', function: { name: 'broken', arguments: '{"a":' } },
      ],
    },
    finish_reason: 'tool_calls',
  });
  expect(await choiceOf({ content: 'Hm', finish: 'content_filter' })).toMatchObject({
    message: { content: 'Hm' },
    finish_reason: 'content_filter',
  });
});

it('ceilings, stop sequences and the books treat it like any answer', async () => {
  const answer = 'one two three four five six';
  expect(await choiceOf(answer, { max_completion_tokens: 2 })).toMatchObject({
    message: { content: 'one two' },
    finish_reason: 'length',
  });
  expect(await choiceOf(answer, { stop: ' four' })).toMatchObject({
    message: { content: 'one two three' },
    finish_reason: 'stop',
  });
  const simulator = simulate({ answers: [answer] });
  await (await ask(simulator)).text();
  expect(simulator.books.requests[0]?.usage.completion_tokens).toBe(6);
});

it('any text is said as it is, at any temperature', async () => {
  for (const answer of ['[[a|b]] {{c=d}}', ' \n\t', 'naïve 😀 漢字', '']) {
    expect((await choiceOf(answer, { temperature: 2 }))?.message.content).toBe(answer);
  }
});

it('an entry that says nothing is refused before the first request', () => {
  expect(() => simulate({ answers: [{}] })).toThrow(
    'A scripted answer says nothing; give it content, refusal or toolCalls.',
  );
});
