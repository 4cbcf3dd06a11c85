import type { ChatMessage, ChatRequest } from '@farebox/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonTools, functionTool } from '../../fixtures/tools.js';
import { compose } from '../compose.js';
import { prompts, strictSchemas } from '../json/fixtures/schemas.js';
import { violations } from '../json/fixtures/validator.js';
import { toolCalls } from './tool-calls.js';

const weather = commonTools.filter(({ function: { name } }) => name === 'get_weather');
const user = (content: string): ChatMessage => ({ role: 'user', content });
const request = (content: string, more: Partial<ChatRequest> = {}): ChatRequest => ({
  model: 'gpt-4o-mini',
  messages: [user(content)],
  tools: commonTools,
  ...more,
});

/** The calls, as names and the likeliest text of arguments or input. */
function calls(asked: ChatRequest): { name: string; type: string; text: string }[] {
  return (toolCalls(asked)?.sections ?? []).map((section) => {
    if (section.kind !== 'call') throw new Error('This is no call.');
    const text = section.segments.map(([first]) => first).join('');
    return { name: section.name, type: section.type, text };
  });
}

/** Answers calls until there are none left, and gives the calls of each round. */
function loop(first: ChatRequest, results: (name: string, text: string) => string): string[][] {
  const rounds: string[][] = [];
  const messages = [...first.messages];
  while (rounds.length < 10) {
    const made = calls({ ...first, messages });
    if (made.length === 0) break;
    rounds.push(made.map(({ name, text }) => `${name} ${text}`));
    messages.push({
      role: 'assistant',
      tool_calls: made.map(({ name, text }, index) => ({
        id: `${rounds.length}-${index}`,
        type: 'function' as const,
        function: { name, arguments: text },
      })),
    });
    made.forEach(({ name, text }, index) => {
      const id = `${rounds.length}-${index}`;
      messages.push({ role: 'tool', tool_call_id: id, content: results(name, text) });
    });
  }
  return rounds;
}

describe('tool_choice', () => {
  it('none calls nothing', () => {
    expect(calls(request('weather in Paris', { tool_choice: 'none' }))).toEqual([]);
  });

  it('auto ends with tool_calls', () => {
    expect(toolCalls(request('weather in Paris'))?.finish).toBe('tool_calls');
  });

  it('required calls a tool even for a greeting, and the fitting one where there is one', () => {
    expect(calls(request('hi', { tool_choice: 'required' }))).toHaveLength(1);
    const [call] = calls(request('stock price of AAPL', { tool_choice: 'required' }));
    expect(call).toEqual({ name: 'get_stock_price', type: 'function', text: '{"symbol":"AAPL"}' });
    expect(toolCalls(request('hi', { tool_choice: 'required' }))?.finish).toBe('tool_calls');
  });

  it('a named function is called once, whatever the prompt, and ends with stop', () => {
    const named = { type: 'function', function: { name: 'get_weather' } } as const;
    const forced = request('Oslo and Rome', { tool_choice: named });
    expect(calls(forced).map(({ name }) => name)).toEqual(['get_weather']);
    expect(toolCalls(forced)?.finish).toBe('stop');
  });

  it('allowed_tools leaves the others out, as auto and as required', () => {
    const only = (mode: 'auto' | 'required', name: string) => ({
      type: 'allowed_tools' as const,
      allowed_tools: { mode, tools: [{ type: 'function', function: { name } }] },
    });
    const ask = 'weather in Paris';
    expect(calls(request(ask, { tool_choice: only('auto', 'add') }))).toEqual([]);
    const [call] = calls(request(ask, { tool_choice: only('required', 'get_time') }));
    expect(call?.name).toBe('get_time');
  });

  it('a named custom tool is given text', () => {
    const run = {
      type: 'custom',
      custom: { name: 'run_python', description: 'Run Python code' },
    } as const;
    const forced = request('Run this:\n```python\nprint(1)\n```', {
      tools: [run],
      tool_choice: { type: 'custom', custom: { name: 'run_python' } },
    });
    expect(calls(forced)).toEqual([{ name: 'run_python', type: 'custom', text: 'print(1)' }]);
    expect(calls(request('Run the Python code "1 + 1"', { tools: [run] }))[0]?.text).toBe('1 + 1');
  });
});

describe('parallel_tool_calls', () => {
  it('false makes one call at a time, until all are made', () => {
    const asked = request('weather in Paris, London and Rome', { parallel_tool_calls: false });
    expect(loop(asked, () => 'sunny')).toEqual([
      ['get_weather {"location":"Paris"}'],
      ['get_weather {"location":"London"}'],
      ['get_weather {"location":"Rome"}'],
    ]);
  });

  it('is the rule: all at once', () => {
    expect(loop(request('weather in Paris, London and Rome'), () => 'sunny')).toHaveLength(1);
  });
});

describe('a loop of calls', () => {
  it('ends after one round with an answer that has the result', () => {
    const result = { role: 'tool', tool_call_id: 'a', content: '{"sky":"clear"}' } as const;
    const call = {
      id: 'a',
      type: 'function',
      function: { name: 'get_weather', arguments: '{"location": "Paris"}' },
    } as const;
    const messages: ChatMessage[] = [
      user('weather in Paris'),
      { role: 'assistant', tool_calls: [call] },
      result,
    ];
    const { sections, finish } = compose(request('', { messages }));
    expect(finish).toBe('stop');
    const [answer] = sections;
    expect(answer?.segments.map(([first]) => first).join('')).toContain('for Paris: sky clear.');
  });

  it('waits with a call that needs an id for the call that tells it', () => {
    const results = (name: string) => (name === 'find_user' ? '{"user":{"id":"u-7"}}' : '[]');
    expect(loop(request('Find the user Ada Lovelace and list her orders'), results)).toEqual([
      ['find_user {"name":"Ada Lovelace"}'],
      ['list_orders {"user_id":"u-7"}'],
    ]);
  });

  it('does not call again what has failed', () => {
    expect(loop(request('weather in Paris'), () => 'Error: no such city')).toHaveLength(1);
  });

  it('ends under auto, whatever the prompt and the results, and repeats no call', () => {
    const results = fc.oneof(
      fc.string(),
      fc.json({ maxDepth: 2 }),
      fc.constant('{"id":"9","user_id":"u-1"}'),
    );
    const asks = fc.array(
      fc.constantFrom(
        'weather in Paris',
        'add 2 and 3',
        'list the orders of user',
        'what time is it in Rome',
        'order A-12',
        'weather in Rome',
        'stock price of AAPL',
      ),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(asks, results, fc.boolean(), (parts, result, parallel) => {
        const asked = request(parts.join(' and '), { parallel_tool_calls: parallel });
        const rounds = loop(asked, () => result);
        expect(rounds.length).toBeLessThanOrEqual(8);
        expect(new Set(rounds.flat()).size).toBe(rounds.flat().length);
      }),
    );
  });

  it('starts again with the next question of the user', () => {
    const call = {
      id: 'a',
      type: 'function',
      function: { name: 'get_weather', arguments: '{"location":"Paris"}' },
    } as const;
    const before: ChatMessage[] = [
      user('weather in Paris'),
      { role: 'assistant', tool_calls: [call] },
      { role: 'tool', tool_call_id: 'a', content: 'sunny' },
      { role: 'assistant', content: 'It is sunny.' },
    ];
    const next = (content: string) =>
      calls(request('', { messages: [...before, user(content)], tools: weather }));
    expect(next('And in Berlin?')[0]?.text).toBe('{"location":"Berlin"}');
    expect(next('weather in Paris again')[0]?.text).toBe('{"location":"Paris"}');
    expect(next('thanks')).toEqual([]);
  });
});

describe('arguments', () => {
  it('conform to the parameters, whatever these are and whatever is asked', () => {
    fc.assert(
      fc.property(strictSchemas, prompts, (parameters, prompt) => {
        const tools = [
          { type: 'function' as const, function: { name: 'f', parameters, strict: true } },
        ];
        const [call] = calls(request(prompt, { tools, tool_choice: 'required' }));
        expect(violations(parameters, JSON.parse(call?.text ?? ''))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('are an empty object for a function without parameters', () => {
    const tools = [{ type: 'function' as const, function: { name: 'get_status' } }];
    expect(calls(request('status please', { tools }))[0]?.text).toBe('{}');
  });

  it('have an optional parameter only where the prompt has a value for it', () => {
    const tools = [
      functionTool('search', 'Search', { query: { type: 'string' }, limit: { type: 'integer' } }, [
        'query',
      ]),
    ];
    expect(calls(request('search for cats', { tools }))[0]?.text).toBe('{"query":"cats"}');
    expect(calls(request('search for cats, limit 5', { tools }))[0]?.text).toContain('"limit":5');
  });

  it('take from earlier messages what the prompt leaves out', () => {
    const messages = [
      user('I live in Berlin.'),
      { role: 'assistant' as const, content: 'Nice.' },
      user('What is the weather?'),
    ];
    expect(calls(request('', { messages, tools: weather }))[0]?.text).toBe('{"location":"Berlin"}');
  });
});
