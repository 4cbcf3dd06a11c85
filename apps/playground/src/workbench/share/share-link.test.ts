import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askingOf } from '../asking.js';
import { anySetup } from '../fixtures/any-setup.js';
import { firstSetup, personaPresets, scenePresets } from '../presets.js';
import { newMessage, type Setup } from '../setup/setup.js';
import { setupProblem } from '../setup-problem.js';
import { plainSetup } from './plain-setup.js';
import { openShared, shareSetup } from './share-link.js';

/** What is on the form, without the keys that only the page has. */
const shown = (setup: Setup | undefined) => setup && plainSetup(setup);

function linkOf(setup: Setup): string {
  const { run, problem } = shareSetup(setup);
  if (run === undefined) throw new Error(problem);
  return run;
}

const encoded = (json: unknown) =>
  `1.${Buffer.from(typeof json === 'string' ? json : JSON.stringify(json)).toString('base64url')}`;

/** A form that can be shown, or a sentence; and what can be said of such a form can be said of it. */
function expectSafe(run: string): void {
  const { setup, problem } = openShared(run);
  expect(setup === undefined).toBe(problem !== undefined);
  if (setup === undefined) {
    expect(problem).toMatch(/\.$/);
    return;
  }
  if (setupProblem(setup) === undefined) askingOf(setup);
  const keys = [...setup.messages, ...setup.tools, ...setup.columns].map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  const { run: again } = shareSetup(setup);
  if (again !== undefined) expect(shown(openShared(again).setup)).toEqual(shown(setup));
}

describe('a link', () => {
  test('has all of any form that can be run, and asks for the same', () => {
    fc.assert(
      fc.property(anySetup, (setup) => {
        expect(setupProblem(setup)).toBeUndefined();
        const { setup: opened } = openShared(linkOf(setup));
        expect(shown(opened)).toEqual(shown(setup));
        const { tools: _, schema: __, ...asked } = askingOf(opened ?? firstSetup);
        expect(asked).toEqual(expect.objectContaining(withoutFunctions(setup)));
      }),
      { numRuns: 300 },
    );
  });

  test.each(Object.entries({ ...personaPresets, ...scenePresets }))(
    'has all of the preset %s',
    (_, { setup }) => {
      expect(shown(openShared(linkOf(setup)).setup)).toEqual(shown(setup));
    },
  );

  test('is a part of an address as it stands', () => {
    fc.assert(
      fc.property(anySetup, (setup) => {
        expect(linkOf(setup)).toMatch(/^1\.[\w-]+$/);
      }),
    );
  });

  test('cut at any place is no form, or one that is whole', () => {
    for (const { setup } of [...Object.values(scenePresets), personaPresets.tutor]) {
      const run = linkOf(setup);
      for (let length = 0; length < run.length; length++) {
        const { setup: opened, problem } = openShared(run.slice(0, length));
        if (opened === undefined) expect(problem).toMatch(/cut/);
        else expect(shown(opened)).toEqual(shown(setup));
      }
    }
  });

  test('with any one character changed is a form or a sentence', () => {
    const run = linkOf(scenePresets.call.setup);
    const place = fc.nat({ max: run.length - 1 });
    fc.assert(
      fc.property(place, fc.string({ maxLength: 2, unit: 'binary' }), (at, other) => {
        expectSafe(run.slice(0, at) + other + run.slice(at + 1));
      }),
      { numRuns: 500 },
    );
  });
});

describe('what stands in place of a link', () => {
  test.each([
    '',
    '.',
    '1.',
    '2.abc',
    '1.!',
    'constructor',
    '1.eyJ9',
    encoded('null'),
    encoded('[]'),
  ])('%j is none, and a sentence says so', (run) => {
    expect(openShared(run).setup).toBeUndefined();
    expect(openShared(run).problem).toMatch(/\.$/);
  });

  test('any text is a form or a sentence', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((text) => `1.${text}`),
      fc.string().map(encoded),
      fc.json().map(encoded),
    );
    fc.assert(fc.property(texts, expectSafe), { numRuns: 500 });
  });

  test('any JSON in any field of a form is a form or a sentence', () => {
    const plain = plainSetup({
      ...scenePresets.ready.setup,
      messages: [...scenePresets.ready.setup.messages, withCall],
    }) as object;
    const paths = pathsIn(plain);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        expectSafe(encoded(withAt(plain, path, value)));
      }),
      { numRuns: 1000 },
    );
  });

  test('nesting without end is no form', () => {
    expectSafe(encoded('['.repeat(20_000)));
    expectSafe(encoded(`${'{"a":'.repeat(4_000)}1${'}'.repeat(4_000)}`));
    const schema = `${'{"items":'.repeat(2_500)}{}${'}'.repeat(2_500)}`;
    expectSafe(encoded(plainSetup({ ...firstSetup, schema })));
  });

  test('more than any link has is not even read', () => {
    expect(openShared(`1.${'a'.repeat(40_000)}`).problem).toMatch(/longer than any/);
  });
});

const withCall = {
  ...newMessage(9, 'assistant'),
  toolCalls: [{ id: 'call_1', name: 'get_weather', arguments: '{}' }],
};

const keys = [
  'sk-proj-Abc123Def456Ghi789Jkl012',
  'sk-ant-api03-Abc123Def456Ghi789',
  'AIzaAbc123Def456Ghi789Jkl012Mno345Pqr',
  'gsk_Abc123Def456Ghi789Jkl012',
  'Authorization: Bearer opaque-token-1',
  'password=hunter22',
  '0123456789abcdef'.repeat(4),
];

/** Puts a text into each field that can have one. */
const fields: Readonly<Record<string, (text: string) => Partial<Setup>>> = {
  'a message': (text) => ({ messages: [newMessage(1, 'user', text)] }),
  'the id of a call': (id) => ({
    messages: [{ ...withCall, toolCalls: [{ id, name: 'a', arguments: '{}' }] }],
  }),
  'the name of a call': (name) => ({
    messages: [{ ...withCall, toolCalls: [{ id: '1', name, arguments: '{}' }] }],
  }),
  'the arguments of a call': (text) => ({
    messages: [
      { ...withCall, toolCalls: [{ id: '1', name: 'a', arguments: JSON.stringify({ text }) }] },
    ],
  }),
  'which call is answered': (toolCallId) => ({
    messages: [{ ...newMessage(1, 'tool', '17'), toolCallId }],
  }),
  'the model': (model) => ({ model }),
  'the name of a function': (name) => ({ tools: [{ ...tool, name }] }),
  'what a function is for': (description) => ({ tools: [{ ...tool, description }] }),
  'the parameters of a function': (description) => ({
    tools: [{ ...tool, parameters: JSON.stringify({ type: 'object', description }) }],
  }),
  'the result of a function': (result) => ({ tools: [{ ...tool, result }] }),
  'the schema': (title) => ({ schema: JSON.stringify({ type: 'object', title }, null, 2) }),
  'the model of a run': (model) => ({ columns: [{ key: 1, model }] }),
  'the system message of a run': (system) => ({ columns: [{ key: 1 }, { key: 2, system }] }),
};
const tool = { key: 8, name: 'a', description: '', parameters: '{"type":"object"}', result: '' };

describe('what looks like a key is put into no link', () => {
  test.each(Object.keys(fields))('in %s', (name) => {
    for (const key of keys) {
      for (const text of [key, `My key:\n${key}\nKeep it.`, `\t${key}`, `a "${key}", b`]) {
        const { run, problem } = shareSetup({ ...firstSetup, ...fields[name]?.(text) });
        expect({ text, run }).toEqual({ text, run: undefined });
        expect(problem).toMatch(/looks like a key/);
        expect(problem).not.toContain(key);
      }
    }
  });
});

describe('a form that no link can have', () => {
  test('is told so, and why, before anybody is sent it', () => {
    const { run, problem } = shareSetup({ ...firstSetup, model: 'm'.repeat(101) });
    expect(run).toBeUndefined();
    expect(problem).toBe('No link can have this form: model has more than 100 characters.');
  });

  test('is one that many programs would cut', () => {
    const long = { ...firstSetup, messages: [newMessage(1, 'user', 'a word '.repeat(5_000))] };
    expect(shareSetup(long).problem).toMatch(/^The link would have \d+ characters/);
  });
});

function withoutFunctions(setup: Setup) {
  const { messages, parameters } = askingOf(setup);
  return { messages, parameters };
}

/** Every place in a value of JSON. */
function pathsIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, part]) => pathsIn(part, [...path, name]))];
}

function withAt(value: unknown, [name, ...rest]: readonly string[], part: unknown): unknown {
  if (name === undefined) return part;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[name] = withAt(copy[name], rest, part);
  return copy;
}
