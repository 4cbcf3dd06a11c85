import { describe, expect, it } from 'vitest';
import { commonTools, functionTool } from '../../fixtures/tools.js';
import { toolCalls } from './tool-calls.js';

/** The calls a prompt leads to, at temperature 0, as `name` and arguments. */
function calls(prompt: string, tools = commonTools): unknown[] {
  const composition = toolCalls({
    model: 'gpt-4o-mini',
    messages: [{ role: 'user', content: prompt }],
    tools,
  });
  return (composition?.sections ?? []).map((section) => {
    if (section.kind !== 'call') throw new Error('This is no call.');
    return [section.name, JSON.parse(section.segments.map(([first]) => first).join(''))];
  });
}

describe('a prompt is answered by the tool it speaks for, with the values it names', () => {
  it.each<[string, ...unknown[]]>([
    ["What's the weather in Paris?", ['get_weather', { location: 'Paris' }]],
    ['What is the weather in paris today?', ['get_weather', { location: 'Paris' }]],
    ['Do I need an umbrella in London?', ['get_weather', { location: 'London' }]],
    [
      'weather in Paris and London',
      ['get_weather', { location: 'Paris' }],
      ['get_weather', { location: 'London' }],
    ],
    [
      'How warm is it in San Francisco, CA and in Oslo, in celsius?',
      ['get_weather', { location: 'San Francisco, CA', unit: 'celsius' }],
      ['get_weather', { location: 'Oslo', unit: 'celsius' }],
    ],
    [
      "I'm going to Lisbon tomorrow. What's the weather there?",
      ['get_weather', { location: 'Lisbon' }],
    ],
    ['add 2 and 3 and multiply 4 by 5', ['add', { a: 2, b: 3 }], ['multiply', { a: 4, b: 5 }]],
    ['What is 12 times 7?', ['calculator', { expression: '12 * 7' }]],
    ['Calculate 15% of 80', ['calculator', { expression: '15 / 100 * 80' }]],
    [
      'Search the web for the best pizza in Naples',
      ['search_web', { query: 'best pizza in Naples' }],
    ],
    [
      'Send an email to bob@example.com with the subject "Lunch" saying see you at noon',
      ['send_email', { to: 'bob@example.com', subject: 'Lunch', body: 'see you at noon' }],
    ],
    [
      'Schedule a meeting with Ann and Bob on March 5 at 3pm',
      [
        'create_event',
        { title: 'Meeting', date: '2026-03-05', time: '15:00', attendees: ['Ann', 'Bob'] },
      ],
    ],
    [
      'How many orders are in the database?',
      ['query_database', { sql: 'SELECT COUNT(*) FROM orders' }],
    ],
    [
      'Convert 100 USD to EUR',
      ['convert_currency', { amount: 100, from_currency: 'USD', to_currency: 'EUR' }],
    ],
    [
      'How much is £20 in dollars? Convert it.',
      ['convert_currency', { amount: 20, from_currency: 'GBP', to_currency: 'USD' }],
    ],
    ['Where is my order A-1042?', ['get_order_status', { order_id: 'A-1042' }]],
    [
      'Find flights from Berlin to Rome on 2026-12-01 for 2 passengers',
      [
        'search_flights',
        { origin: 'Berlin', destination: 'Rome', date: '2026-12-01', passengers: 2 },
      ],
    ],
    [
      'What is the stock price of AAPL and MSFT?',
      ['get_stock_price', { symbol: 'AAPL' }],
      ['get_stock_price', { symbol: 'MSFT' }],
    ],
    ['Remind me to call mom at 6pm', ['set_reminder', { text: 'call mom at 6pm', time: '18:00' }]],
    [
      'Translate "Good morning" to French',
      ['translate_text', { text: 'Good morning', target_language: 'French' }],
    ],
    [
      'What time is it in Tokyo and what is the weather in Oslo?',
      ['get_time', { city: 'Tokyo' }],
      ['get_weather', { location: 'Oslo' }],
    ],
    ['Find the user Ada Lovelace and list her orders', ['find_user', { name: 'Ada Lovelace' }]],
  ])('%s', (prompt, ...expected) => {
    expect(calls(prompt)).toEqual(expected);
  });

  it.each<[string, Parameters<typeof functionTool>[2], unknown]>([
    [
      'Turn on the lights in the kitchen',
      { room: { type: 'string', enum: ['kitchen', 'bedroom'] }, on: { type: 'boolean' } },
      { room: 'kitchen', on: true },
    ],
    [
      'Set the lights to 40 percent',
      { brightness: { type: 'integer', minimum: 0, maximum: 100 } },
      { brightness: 40 },
    ],
    [
      'lights off at https://hub.example.com/1 please',
      { url: { type: 'string' } },
      { url: 'https://hub.example.com/1' },
    ],
    [
      'Set lights, priority: high',
      { priority: { type: 'string', enum: ['low', 'high'] } },
      { priority: 'high' },
    ],
    ['Blink the lights', { times: { type: 'integer', default: 3 } }, { times: 3 }],
  ])('%s', (prompt, properties, expected) => {
    const tool = functionTool('set_lights', 'Control the lights', properties);
    expect(calls(prompt, [tool])).toEqual([['set_lights', expected]]);
  });
});

describe('no tool is called', () => {
  const files = [
    functionTool('read_file', 'Read a file from disk', { path: { type: 'string' } }),
    functionTool('write_file', 'Write a file to disk', {
      path: { type: 'string' },
      content: { type: 'string' },
    }),
  ];

  it.each([
    'Explain how to read a file in Python',
    'How do I write to a file?',
    'Write a function that returns the second largest of a list',
    'What is wrong here?\n```python\nread_file(x)\n```',
  ])('of those for files for %j', (prompt) => {
    expect(calls(prompt, files)).toEqual([]);
  });

  it('but the one that is named with a value is', () => {
    expect(calls('Read the file src/main.py', files)).toEqual([
      ['read_file', { path: 'src/main.py' }],
    ]);
  });

  it.each([
    'Explain a for loop',
    'hi',
    'Write a haiku about rain',
    'Tell me a joke',
    'Add a comment to this function',
    '',
  ])('for %j', (prompt) => {
    expect(calls(prompt)).toEqual([]);
  });
});
