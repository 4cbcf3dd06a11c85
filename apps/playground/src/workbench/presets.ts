import { type Persona, personas } from '@farebox/chat';
import { type Column, newMessage, type Setup } from './setup/setup.js';

/** A form that is ready to run. */
export interface Preset {
  readonly label: string;
  readonly setup: Setup;
}

const brokenLoop = `numbers = [1, 2, 3, 4, 5, 6]
for i in range(len(numbers)):
    if numbers[i] % 2 == 0:
        numbers.remove(numbers[i])
print(numbers)`;

const evens = 'evens = [n for n in numbers if n % 2 == 0]';

const addItem = `def add(item, items=[]):
    items.append(item)
    return items`;

const nobody: Persona = { system: '', temperature: 0.7 };

/** The personas of `@farebox/chat`, and nobody in particular: each with a question that shows what they are for. */
export const personaPresets = {
  tutor: asking('Tutor', personas.tutor, 'What is a list comprehension?'),
  debugger: asking('Debugger', personas.debugger, `Why does this fail?\n\n${brokenLoop}`),
  translator: asking('Translator to Go', personas.translator({ to: 'Go' }), evens),
  reviewer: asking('Reviewer', personas.reviewer, `Review this function:\n\n${addItem}`),
  none: asking('Nobody in particular', nobody, 'What is an API? Answer in two sentences.'),
} satisfies Readonly<Record<string, Preset>>;

const weather = {
  type: 'object',
  properties: { city: { type: 'string', description: 'Its name, without the country' } },
  required: ['city'],
  additionalProperties: false,
};

const person = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    age: { type: 'integer', minimum: 0 },
    languages: { type: 'array', items: { type: 'string' } },
  },
  required: ['name', 'age', 'languages'],
  additionalProperties: false,
};

const weatherTool = {
  key: 10,
  name: 'get_weather',
  description: 'The weather in a city now, in degrees Celsius.',
  parameters: JSON.stringify(weather, null, 2),
};

const question = 'Explain recursion in three sentences.';

/** Whole forms, each for one thing to see. */
export const scenePresets = {
  temperatures: scene('One question at four temperatures', {
    ...asking('', nobody, question).setup,
    columns: columns(
      { temperature: 0 },
      { temperature: 0.5 },
      { temperature: 1 },
      { temperature: 1.5 },
    ),
    budgetUsd: '0.002',
  }),
  systems: scene('One question, two system messages', {
    ...asking('', personas.tutor, question).setup,
    columns: columns({}, { system: 'You are terse. Answer in one sentence, without an example.' }),
    budgetUsd: '0.002',
  }),
  models: scene('A small model and a large one', {
    ...asking('', personas.tutor, question).setup,
    columns: columns({ model: 'gpt-4o-mini' }, { model: 'gpt-4o' }),
    budgetUsd: '0.02',
  }),
  refused: scene('Three runs, and a budget for two', {
    ...asking('', personas.tutor, question).setup,
    columns: columns({}, {}, {}),
    budgetUsd: '0.0005',
  }),
  typed: scene('A typed answer, as it grows', {
    ...asking('', nobody, 'Extract: Anna Berg is 34 and speaks Norwegian, German and Polish.')
      .setup,
    temperature: 0,
    schema: JSON.stringify(person, null, 2),
    budgetUsd: '0.002',
  }),
  call: scene('A function that you answer', {
    ...asking('', nobody, 'What is the weather in Oslo?').setup,
    temperature: 0,
    tools: [{ ...weatherTool, result: '' }],
    budgetUsd: '0.002',
  }),
  ready: scene('A function with a ready result', {
    ...asking('', nobody, 'What is the weather in Oslo?').setup,
    temperature: 0,
    tools: [{ ...weatherTool, result: '{"celsius": -4, "sky": "snow"}' }],
    budgetUsd: '0.002',
  }),
} satisfies Readonly<Record<string, Preset>>;

/** The form that the page starts with. */
export const firstSetup: Setup = personaPresets.tutor.setup;

function asking(label: string, { system, temperature }: Persona, prompt: string): Preset {
  const setup: Setup = {
    messages: [newMessage(1, 'system', system), newMessage(2, 'user', prompt)],
    model: 'gpt-4o-mini',
    temperature,
    maxTokens: 300,
    seed: undefined,
    stream: true,
    tools: [],
    schema: '',
    columns: columns({}),
    budgetUsd: '0.0005',
  };
  return { label, setup };
}

function scene(label: string, setup: Setup): Preset {
  return { label, setup };
}

function columns(...given: readonly Omit<Column, 'key'>[]): readonly Column[] {
  return given.map((column, index) => ({ key: 20 + index, ...column }));
}
