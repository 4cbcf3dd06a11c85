import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { fakeIo } from '../fixtures/fake-io.js';
import { readPrompt } from './read-prompt.js';

test.each<[string, readonly string[], string, string]>([
  ['words are joined with spaces', ['Explain', 'a for loop'], 'none', 'Explain a for loop'],
  ['a pipe alone is the prompt', [], 'from a pipe', 'from a pipe'],
  [
    'words come before the pipe, with an empty line between',
    ['What is'],
    'this?',
    'What is\n\nthis?',
  ],
  ['a dash stands for the pipe', ['-'], 'from a pipe', 'from a pipe'],
  ['a dash beside words changes nothing', ['What is', '-'], 'this?', 'What is\n\nthis?'],
  ['an empty pipe leaves the words', ['Hello'], '', 'Hello'],
  ['a pipe is taken byte for byte', [], '  x\n\n', '  x\n\n'],
])('%s', async (_name, words, stdin, expected) => {
  expect(await readPrompt(words, {}, fakeIo({ stdin }))).toBe(expected);
});

it('does not read a terminal when there are words', async () => {
  expect(await readPrompt(['Hello'], {}, fakeIo({ stdin: 'terminal' }))).toBe('Hello');
});

test.each<[string, readonly string[], string, RegExp]>([
  ['nothing on a terminal', [], 'terminal', /^There is no prompt\.$/],
  ['a dash on a terminal', ['-'], 'terminal', /that is the terminal/],
  ['words and a dash on a terminal', ['Hello', '-'], 'terminal', /that is the terminal/],
  ['nothing and an empty device', [], 'none', /prompt is empty/],
  ['an empty pipe', [], '', /prompt is empty/],
  ['a pipe of white space', [], ' \n', /prompt is empty/],
  ['an empty word', [''], 'none', /prompt is empty/],
])('%s is a usage error with an example', async (_name, words, stdin, message) => {
  await expect(readPrompt(words, {}, fakeIo({ stdin }))).rejects.toMatchObject({
    kind: 'configuration',
    message: expect.stringMatching(message),
    fix: expect.stringContaining('farebox "Explain a for loop"'),
  });
});

it('refuses to look closely at nothing', async () => {
  const asked = readPrompt(['Hi'], { detail: 'low' }, fakeIo());
  await expect(asked).rejects.toMatchObject({
    kind: 'configuration',
    message: '--detail says how closely an image is looked at, and none is attached.',
    fix: expect.stringContaining('-a'),
  });
});

describe('beside the words', () => {
  let workingFolder: string;
  const pdf = Buffer.from('%PDF-1.7');
  const png = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const wav = Buffer.from('RIFF\0\0\0\0WAVE');
  beforeAll(() => {
    workingFolder = mkdtempSync(join(tmpdir(), 'farebox-'));
    const files = { 'a.py': 'x = 1\n', 'b.md': 'b', 'c.png': png, 'd.wav': wav, 'e.pdf': pdf };
    for (const [name, data] of Object.entries(files))
      writeFileSync(join(workingFolder, name), data);
  });
  afterAll(() => rmSync(workingFolder, { recursive: true }));
  const a = 'File: a.py\n```py\nx = 1\n```';
  const b = 'File: b.md\n```md\nb\n```';

  it('files come first, in the order given, and standard input last', async () => {
    const io = fakeIo({ workingFolder, stdin: 'piped' });
    const prompt = await readPrompt(['What', 'is this?'], { file: ['b.md', 'a.py'] }, io);
    expect(prompt).toBe(`${b}\n\n${a}\n\nWhat is this?\n\npiped`);
  });

  it('files alone are a prompt, also at a terminal', async () => {
    expect(await readPrompt([], { file: ['a.py'] }, fakeIo({ workingFolder }))).toBe(a);
  });

  it('a dash after -f puts standard input in its place, once', async () => {
    const io = fakeIo({ workingFolder, stdin: 'piped' });
    expect(await readPrompt(['Why?'], { file: ['-', 'a.py'] }, io)).toBe(
      `File: standard input\n\`\`\`\npiped\n\`\`\`\n\n${a}\n\nWhy?`,
    );
  });

  test.each([
    ['twice after -f', ['Hi'], { file: ['-', '-'] }],
    ['after -f and -a', ['Hi'], { file: ['-'], attach: ['-'] }],
    ['after -f and among the words', ['Hi', '-'], { file: ['-'] }],
  ])('a dash %s is a usage error', async (_name, words, options) => {
    await expect(readPrompt(words, options, fakeIo({ stdin: 'x' }))).rejects.toThrow(
      'Standard input is named more than once, and can be read once.',
    );
  });

  it('a dash after -f at a terminal is a usage error', async () => {
    await expect(readPrompt(['Hi'], { file: ['-'] }, fakeIo())).rejects.toThrow(/is the terminal/);
  });

  it('images, recordings and PDF files are parts after the text', async () => {
    const attach = ['c.png', 'd.wav', './e.pdf'];
    expect(await readPrompt(['Hi'], { attach, detail: 'low' }, fakeIo({ workingFolder }))).toEqual([
      { type: 'text', text: 'Hi' },
      {
        type: 'image_url',
        image_url: { url: `data:image/png;base64,${png.toString('base64')}`, detail: 'low' },
      },
      { type: 'input_audio', input_audio: { data: wav.toString('base64'), format: 'wav' } },
      {
        type: 'file',
        file: {
          filename: 'e.pdf',
          file_data: `data:application/pdf;base64,${pdf.toString('base64')}`,
        },
      },
    ]);
  });

  it('an image alone is a prompt, and a pipe can be one', async () => {
    async function* bytes() {
      yield png;
    }
    const prompt = await readPrompt([], { attach: ['-'] }, fakeIo({ stdin: bytes() }));
    expect(prompt).toEqual([{ type: 'image_url', image_url: expect.anything() }]);
  });

  it('each goes with its own option, and the message says which', async () => {
    const io = fakeIo({ workingFolder });
    await expect(readPrompt(['Hi'], { file: ['c.png'] }, io)).rejects.toMatchObject({
      message: 'The file c.png is a PNG image, and no text.',
      fix: 'Give it with -a instead.',
    });
    await expect(readPrompt(['Hi'], { attach: ['a.py'] }, io)).rejects.toMatchObject({
      message: expect.stringMatching(/^The file a\.py is no PNG, .* and no PDF file\.$/),
      fix: 'Give a text with -f, and convert everything else first.',
    });
  });
});
