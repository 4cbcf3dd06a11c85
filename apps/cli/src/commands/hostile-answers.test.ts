import { describe, expect, it, test } from 'vitest';
import { controlCodes, sequences, strings, wholeSequences } from '../fixtures/control-codes.js';
import type { Output } from '../io/io.js';
import type { Appearance } from '../terminal/appearance.js';
import { AnswerPrinter } from './answer-printer.js';

const markdown: Appearance = { markdown: true, styled: true, moves: true, styledStatus: true };
const unstyled: Appearance = { ...markdown, styled: false };
const raw: Appearance = { ...markdown, markdown: false, styled: false };

/** Everything that is sent to a terminal for an answer in these pieces. */
async function sent(pieces: readonly string[], appearance: Appearance): Promise<string> {
  let bytes = '';
  const terminal: Output = {
    isTerminal: true,
    columns: 80,
    rows: 24,
    broken: new AbortController().signal,
    write: async (text) => {
      bytes += text;
    },
  };
  const printer = new AnswerPrinter(terminal, { appearance });
  for (const piece of pieces) await printer.print(piece);
  await printer.end();
  return bytes;
}

/** Places in Markdown where something hostile (`§`) may stand, each of which is rendered in its own way. */
const places: Readonly<Record<string, string>> = {
  text: 'one§two three',
  heading: '## one§two\n\nafter',
  emphasis: 'a **one§two** b',
  'inline code': 'a `one§two` b',
  'link text': '[one§two](https://a.example)',
  'link target': '[text](https://a.example/one§two)',
  'link title': '[text](https://a.example "one§two")',
  'bare address': 'see https://a.example/one§two now',
  image: '![one§two](https://a.example/b.png)',
  list: '- item\n  - one§two\n- last',
  quote: '> one§two\n> more',
  table: '| a | one§two |\n|---|---|\n| b | one§two |\n',
  'block of code': '```js\nconst a = "one§two";\n```\n',
  'info string': '```one§two\ncode\n```\n',
  'code in a list': '- item\n\n  ```sh§x\n  one§two\n  ```\n',
  'indented code': 'text\n\n    one§two\n\nmore',
  html: '<div title="one§two">\none§two\n</div>\n',
};

/** Cuts the text around each hostile part: before it, after each of its code units. */
function cutThrough(template: string, hostile: string): readonly (readonly string[])[] {
  const text = template.replaceAll('§', () => hostile);
  const from = template.indexOf('§');
  return Array.from({ length: hostile.length + 1 }, (_, offset) => [
    text.slice(0, from + offset),
    text.slice(from + offset),
  ]);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const ours = /\r(?:\u001b\[\d+A)?(?:\u001b\[\d+C)?\u001b\[J/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const foreign = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

const hostile = [...controlCodes.map((code) => String.fromCharCode(code)), ...sequences, ...strings]
  // These two are text.
  .filter((text) => text !== '\n' && text !== '\t')
  .concat(wholeSequences);

it('is tested with 65 control codes, and at least 60 sequences', () => {
  expect(controlCodes).toHaveLength(65);
  expect(wholeSequences.length).toBeGreaterThanOrEqual(60);
});

describe.each(Object.entries(places))('in %s, split at every place', (_name, template) => {
  it('0 foreign bytes reach the terminal', async () => {
    for (const text of hostile) {
      for (const pieces of cutThrough(template, text)) {
        const bytes = (await sent(pieces, unstyled)).replace(ours, '');
        if (foreign.test(bytes)) expect.fail(JSON.stringify({ pieces, bytes }));
      }
    }
  });

  it('what is printed is what is printed without the sequence, byte for byte', async () => {
    const expected = await sent([template.replaceAll('§', '')], markdown);
    for (const text of wholeSequences) {
      const pieces = cutThrough(template, text).at(-1) ?? [];
      expect(await sent([pieces.join('')], markdown)).toBe(expected);
    }
  });

  it('the text as it is has none either', async () => {
    for (const text of hostile) {
      for (const pieces of cutThrough(template, text)) {
        const bytes = await sent(pieces, raw);
        if (foreign.test(bytes)) expect.fail(JSON.stringify({ pieces, bytes }));
      }
    }
  });
});

const spelled = [
  '&#27;',
  '&#x1b;',
  '&#X1B;',
  '&#0000027;',
  '&#155;',
  '&#x9b;',
  '&#8238;',
  '&#13;',
  '&#7;',
  '&ESC;',
];

test.each(spelled)('%s is no way around it, wherever it stands', async (entity) => {
  for (const template of Object.values(places)) {
    for (const pieces of cutThrough(template, `${entity}[31m${entity}]52;c;AAAA`)) {
      const bytes = (await sent(pieces, unstyled)).replace(ours, '');
      if (foreign.test(bytes)) expect.fail(JSON.stringify({ pieces, bytes }));
      expect(bytes).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    }
  }
});

it('what reverses the direction of text is left out, and right-to-left text stays in its order', async () => {
  const text = 'pay \u202e00.1$ \u2067now\u2069 שלום مرحبا $5.00';
  for (const appearance of [markdown, raw]) {
    expect(await sent([text], appearance)).toBe('pay 00.1$ now שלום مرحبا $5.00\n');
  }
});
