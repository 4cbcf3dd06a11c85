import { stripTypeScriptTypes } from 'node:module';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { exampleIn } from '../model/example.js';
import type { Language } from '../text/language.js';
import { exercises } from './exercises.js';
import type { Example } from './topic.js';
import { topics } from './topics.js';

class RateLimitError extends Error {}
class AuthenticationError extends Error {}
const OpenAI = {
  RateLimitError,
  AuthenticationError,
  APIConnectionError: class extends Error {},
  InternalServerError: class extends Error {},
};

/** The names that an example defines, after it ran in the language. */
function run(example: Example, language: Language, ...names: string[]) {
  const fencedCode = exampleIn(example, language) ?? '';
  const code = fencedCode.replace(/^```\w+\n|\n```$/g, '').replace(/^import .*$/m, '');
  const plain = language === 'TypeScript' ? stripTypeScriptTypes(code) : code;
  const logged: unknown[][] = [];
  const context = {
    OpenAI,
    performance,
    setTimeout: (resolve: () => void) => resolve(),
    console: { log: (...values: unknown[]) => logged.push(values) },
    process: { stdout: { write: () => true } },
  };
  const defined = runInNewContext(`${plain}\n;({ ${names.join(', ')} })`, context);
  return { defined, logged };
}
const exerciseNamed = (name: string) => {
  const found = exercises.find((exercise) => exercise.name === name);
  if (found === undefined) throw new Error(`There is no exercise ${name}.`);
  return found.example;
};

const reply = (content: string) => ({
  choices: [{ message: { content }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 1000, completion_tokens: 500 },
});
async function* streamOf(finish: string | null) {
  yield { choices: [{ delta: { role: 'assistant' }, finish_reason: null }] };
  yield { choices: [{ delta: { content: 'Hel' }, finish_reason: null }] };
  yield { choices: [{ delta: { content: 'lo' }, finish_reason: finish }] };
  yield { choices: [], usage: { prompt_tokens: 1000, completion_tokens: 500 } };
}
/** A client that answers from a list: replies are returned, errors thrown. */
function clientOf(...replies: unknown[]) {
  const requests: { messages: { role: string; content: string }[]; temperature?: number }[] = [];
  const create = async (request: (typeof requests)[number]) => {
    requests.push(structuredClone(request));
    const next = replies.shift();
    if (next instanceof Error) throw next;
    return next;
  };
  return { requests, client: { chat: { completions: { create } } } };
}

describe.each(['JavaScript', 'TypeScript'] as const)('in %s', (language) => {
  it('the second largest ignores duplicates, and is undefined where there is none', () => {
    const { defined } = run(exerciseNamed('the second largest number'), language, 'secondLargest');
    for (const [numbers, second] of [
      [[3, 1, 4, 4, 2], 3],
      [[1, 2], 1],
      [[-5, -3, -3], -5],
      [[0, -1], -1],
      [[7, 7], undefined],
      [[7], undefined],
      [[], undefined],
    ] as const) {
      expect(defined.secondLargest(numbers)).toBe(second);
    }
  });

  it('messages are formatted, delays double, and costs are those of the course', () => {
    const format = run(exerciseNamed('format_messages'), language, 'formatMessages').defined;
    expect(format.formatMessages('a', 'b')).toMatchObject([
      { role: 'system', content: 'a' },
      { role: 'user', content: 'b' },
    ]);
    const backoff = run(exerciseNamed('backoff_delays'), language, 'backoffDelays').defined;
    expect(Array.from(backoff.backoffDelays(4))).toEqual([1, 2, 4, 8]);
    expect(Array.from(backoff.backoffDelays(0))).toEqual([]);
    const { defined } = run(exerciseNamed('calculate_cost'), language, 'calculateCost');
    expect(defined.calculateCost(1000, 500)).toBe(0.00045);
    expect(defined.calculateCost(1e6, 1e6, 'gpt-4o')).toBe(12.5);
    expect(defined.calculateCost(1e6, 1e6, 'unheard-of')).toBe(0.75);
  });

  it('the retry wrapper repeats what can pass, up to its limit, and nothing else', async () => {
    const { robustChat } = run(exerciseNamed('a retry wrapper'), language, 'robustChat').defined;
    const passing = clientOf(new RateLimitError(), new RateLimitError(), reply('Hello'));
    expect(await robustChat(passing.client, [])).toEqual(reply('Hello'));
    const lasting = clientOf(...Array.from({ length: 9 }, () => new RateLimitError()));
    await expect(robustChat(lasting.client, [])).rejects.toBeInstanceOf(RateLimitError);
    expect(lasting.requests).toHaveLength(4);
    const permanent = clientOf(new AuthenticationError());
    await expect(robustChat(permanent.client, [])).rejects.toBeInstanceOf(AuthenticationError);
    expect(permanent.requests).toHaveLength(1);
  });

  it('the streaming helper has the whole text in both modes, and refuses half an answer', async () => {
    const { chat } = run(exerciseNamed('a streaming helper'), language, 'chat').defined;
    expect(await chat(clientOf(reply('Hello')).client, [])).toBe('Hello');
    expect(await chat(clientOf(streamOf('stop')).client, [], { stream: true })).toBe('Hello');
    const broken = chat(clientOf(streamOf(null)).client, [], { stream: true });
    await expect(broken).rejects.toThrow('broke off');
  });

  it('the session budget makes no call once it is spent', async () => {
    const { BudgetedSession } = run(
      exerciseNamed('a session budget'),
      language,
      'BudgetedSession',
    ).defined;
    const { client, requests } = clientOf(reply('one'), reply('two'));
    const session = new BudgetedSession(client, 0.00045);
    expect(await session.ask('Hi')).toBe('one');
    await expect(session.ask('Hi')).rejects.toThrow('0.00045');
    expect(requests).toHaveLength(1);
  });

  it('the token tracker adds up calls, tokens and cost', () => {
    const { TokenTracker } = run(exerciseNamed('token tracking'), language, 'TokenTracker').defined;
    const tracker = new TokenTracker();
    tracker.add(reply('one'));
    tracker.add(reply('two'));
    expect(tracker.report()).toBe('2 calls, 2000 in, 1000 out, $0.000900');
  });

  it('the ChatClient streams, retries the opening, counts, and refuses a cut answer', async () => {
    const example = exerciseNamed('a reusable ChatClient');
    const { ChatClient } = run(example, language, 'ChatClient').defined;
    const { client, requests } = clientOf(
      new RateLimitError(),
      streamOf('stop'),
      streamOf('length'),
    );
    const chat = new ChatClient(client, { system: 'Be kind.' });
    expect(await chat.ask('Hi')).toBe('Hello');
    expect(chat.costUsd).toBe(0.00045);
    expect(requests[1]?.messages[0]).toEqual({ role: 'system', content: 'Be kind.' });
    await expect(chat.ask('Hi')).rejects.toThrow('length');
  });

  it('the chatbot sends what was said before, and forgets a question whose call failed', async () => {
    const { Chatbot } = run(exerciseNamed('a chatbot with memory'), language, 'Chatbot').defined;
    const { client, requests } = clientOf(reply('one'), new RateLimitError(), reply('three'));
    const bot = new Chatbot(client);
    await bot.say('first');
    await expect(bot.say('lost')).rejects.toThrow();
    await bot.say('third');
    expect(requests[2]?.messages.map(({ content }) => content)).toEqual([
      'You are a friendly assistant.',
      'first',
      'one',
      'third',
    ]);
  });

  it('the tools differ in system message and temperature', async () => {
    const example = exerciseNamed('a tutor, a debugger and a translator');
    const { use } = run(example, language, 'use').defined;
    const { client, requests } = clientOf(reply('one'), reply('two'));
    await use(client, 'tutor', 'Hi');
    await use(client, 'debugger', 'Hi');
    expect(requests.map(({ temperature }) => temperature)).toEqual([0.3, 0]);
    expect(requests[0]?.messages[0]).not.toEqual(requests[1]?.messages[0]);
  });

  it.each([
    [
      'for loops',
      [
        ['I like', 'apple'],
        ['I like', 'pear'],
        ['I like', 'plum'],
      ],
    ],
    ['while loops', [[3], [2], [1], ['Go!']]],
    ['list comprehensions', [[[0, 4, 16]]]],
    ['generators', [[3], [2], [1]]],
    ['functions', [[15], [13.5]]],
    ['recursion', [[120]]],
    ['classes', [['Ada', 50]]],
    ['dictionaries', [['apples', 5], ['pears', 2], ['plums', 7], [0]]],
    ['lists', [['write', 'ship'], [['test', 'ship']]]],
    ['exceptions', [['forty', 'is not a whole number']]],
  ])('the example of %s prints what it says', (name, printed) => {
    const topic = topics.find((candidate) => candidate.name === name);
    const { logged } = run(topic?.example ?? { language: '', code: '' }, language);
    expect(JSON.parse(JSON.stringify(logged))).toEqual(printed);
  });

  it.each(
    [...topics, ...exercises]
      .filter(({ example }) => example.typescript !== undefined)
      .map(({ name, example }) => [name, example] as const),
  )('the code for %s has no mark left, and compiles', (_, example) => {
    const code = (exampleIn(example, language) ?? '').replace(/^```\w+\n|\n```$/g, '');
    expect(code).not.toMatch(/[‹›]/);
    const plain = language === 'TypeScript' ? stripTypeScriptTypes(code) : code;
    const body = plain.replace(/^import .*$/m, '');
    expect(() => runInNewContext(`(async () => { ${body} \n})`)).not.toThrow();
  });
});

it('a language without code is told apart from Python, which always has it', () => {
  for (const { example } of exercises) {
    expect(exampleIn(example, 'Python')).toContain('```python');
    expect(exampleIn(example, 'Rust')).toBeUndefined();
  }
});
