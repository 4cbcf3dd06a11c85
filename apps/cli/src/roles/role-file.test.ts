import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { roleFromText, roleToText } from './role-file.js';

const read = (text: string) => roleFromText(text, 'The role x');

test.each([
  ['a text alone', 'Be brief.\n', { text: 'Be brief.' }],
  [
    'settings above a text',
    '---\nmodel: gpt-4o\n---\nBe brief.',
    { model: 'gpt-4o', text: 'Be brief.' },
  ],
  [
    'line ends of Windows',
    '\uFEFF---\r\ntemperature: 0\r\n---\r\na\r\nb\r\n',
    { temperature: 0, text: 'a\nb' },
  ],
  [
    'comments and empty lines',
    '---\n# mine\n\nmodel: m # or so\n---\na',
    { model: 'm # or so', text: 'a' },
  ],
  [
    'quotes around a value',
    `---\nsystem: "Be: brief"\nmodel: 'm'\n---\na`,
    { system: 'Be: brief', model: 'm', text: 'a' },
  ],
  ['a rule within the text', 'a\n---\nb', { text: 'a\n---\nb' }],
  ['no settings between the lines', '---\n---\na', { text: 'a' }],
])('takes %s', (_name, text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  ['nothing', ' \n', 'The role x has no text.'],
  ['settings alone', '---\nmodel: m\n---\n', 'The role x has no text.'],
  [
    'settings without an end',
    '---\nmodel: m\nBe brief.',
    'The role x has settings without an end.',
  ],
  [
    'another setting',
    '---\nmodel: m\ntop_p: 1\n---\na',
    'The role x has a line 3 that is none of its settings.',
  ],
  ['a list', '---\n- model\n---\na', 'The role x has a line 2 that is none of its settings.'],
  ['no value', '---\nmodel:\n---\na', 'The role x has a line 2 that gives model no value.'],
  [
    'a temperature above 2',
    '---\ntemperature: 2.1\n---\na',
    'The role x has a line 2 that is no temperature from 0 to 2.',
  ],
  [
    'a temperature in words',
    '---\ntemperature: hot\n---\na',
    'The role x has a line 2 that is no temperature from 0 to 2.',
  ],
])('%s is refused with its line', (_name, text, message) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ kind: 'configuration', message }));
});

it('reads what it writes', () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9 .:{}=-]{0,20}[a-z]$/);
  const text = fc.stringMatching(/^[a-z{}#\n:]{1,30}$/).filter((one) => one.trim() !== '');
  const role = fc.record(
    { model: word, system: word, temperature: fc.constantFrom(0, 0.2, 1.5, 2), text },
    { requiredKeys: ['text'] },
  );
  fc.assert(
    fc.property(role, (role) => {
      expect(read(roleToText(role))).toEqual({ ...role, text: role.text.trim() });
    }),
  );
});
