import { EventEmitter } from 'node:events';
import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { screenOf } from '../fixtures/screen.js';
import type { LineEditor } from './line-editor.js';
import {
  type KeyboardInput,
  type NodeLineEditorOptions,
  nodeLineEditor,
} from './node-line-editor.js';

/** A terminal, and somebody who types at it; `log` has what it was told. */
function open({
  columns,
  ...options
}: Partial<NodeLineEditorOptions> & { readonly columns?: number } = {}) {
  const log: string[] = [];
  let shown = '';
  const keyboard = new EventEmitter();
  const input = Object.assign(keyboard, {
    setRawMode: (raw: boolean) => log.push(`raw ${raw}`),
    resume: () => log.push('resume'),
    pause: () => log.push('pause'),
  }) as unknown as KeyboardInput;
  const screen = new Writable({
    write(chunk, _, done) {
      shown += chunk;
      done();
    },
  });
  const output = Object.assign(screen, { columns });
  const editor = nodeLineEditor({
    input,
    output,
    complete: (line) => (line === '/m' ? ['/model '] : []),
    history: [],
    signal: new AbortController().signal,
    knowsSequences: true,
    insist: () => log.push('insists'),
    suspend: async () => void log.push('suspended'),
    ...options,
  });
  const type = (keys: string) => keyboard.emit('data', new TextEncoder().encode(keys));
  return { editor, type, log, keyboard, shown: () => shown };
}

async function typed(editor: LineEditor, type: (keys: string) => void, keys: string) {
  const read = editor.read('> ');
  type(keys);
  return read;
}

it('gives lines as they are sent, those before in the history', async () => {
  const { editor, type } = open({ history: ['first', 'second\nof two'] });
  expect(await typed(editor, type, 'hello\r')).toEqual({ kind: 'line', text: 'hello' });
  const up = '\u001b[A';
  expect(await typed(editor, type, `${up}${up}\r`)).toEqual({
    kind: 'line',
    text: 'second\nof two',
  });
  editor.close();
});

it.each([
  ['in the middle of a row', 'one two three four five six'],
  ['at the edge', 'x'.repeat(38)],
  ['in one row', 'one two'],
])('draws a line that came in one piece where it is, once it is changed: %s', async (_, text) => {
  const columns = 20;
  const { editor, type, shown } = open({ columns });
  const read = editor.read('> ');
  const press = async (keys: string) => {
    type(keys);
    await new Promise((resolve) => setImmediate(resolve));
  };
  await press(text);
  const line = async () => (await screenOf(shown(), { columns })).join('').trimEnd();
  expect(await line()).toBe(`> ${text}`);
  await press('\u0001');
  await press('X');
  await press('\u0005');
  await press('Y');
  expect(await line()).toBe(`> X${text}Y`);
  type('\r');
  expect(await read).toMatchObject({ text: `X${text}Y` });
  editor.close();
});

it('takes a tab in the middle of what came in one piece for a character', async () => {
  const { editor, type } = open({ knowsSequences: false });
  expect(await typed(editor, type, 'a\tb\r')).toMatchObject({ text: 'a\tb' });
  editor.close();
});

it('completes with Tab, and begins with a draft', async () => {
  const { editor, type } = open();
  const completed = editor.read('> ');
  type('/m\t');
  await new Promise((resolve) => setImmediate(resolve));
  type('gpt\r');
  expect(await completed).toMatchObject({ text: '/model gpt' });
  const read = editor.read('> ', 'one\ntwo');
  type('!\r');
  expect(await read).toMatchObject({ text: 'one\ntwo!' });
  editor.close();
});

it('keeps what is typed meanwhile for the next line, and lines for the next reads', async () => {
  const { editor, type, shown } = open();
  await editor.during(async () => type('ahead\rand mo'));
  expect(shown()).not.toContain('ahead');
  expect(await editor.read('> ')).toMatchObject({ text: 'ahead' });
  expect(shown()).not.toContain('and mo');
  expect(await typed(editor, type, 're\r')).toMatchObject({ text: 'and more' });
  editor.close();
});

it('Ctrl-C aborts what runs meanwhile, and drops what was typed before it', async () => {
  const { editor, type } = open();
  const wasAborted = await editor.during(async (signal) => {
    type('ahead');
    type('\u0003');
    return signal.aborted;
  });
  expect(wasAborted).toBe(true);
  expect(await typed(editor, type, 'next\r')).toMatchObject({ text: 'next' });
  editor.close();
});

it('Ctrl-C for the fourth time during an answer that does not stop ends the process', async () => {
  const { editor, type, log } = open();
  await editor.during(async () => {
    for (let times = 0; times < 3; times++) type('\u0003');
    expect(log).not.toContain('insists');
    type('\u0003');
  });
  expect(log).toContain('insists');
  editor.close();
});

it('Ctrl-C at the prompt leaves the line, and says whether it was empty', async () => {
  const { editor, type } = open();
  expect(await typed(editor, type, 'half\u0003')).toEqual({ kind: 'interrupted', wasEmpty: false });
  expect(await typed(editor, type, '\u0003')).toEqual({ kind: 'interrupted', wasEmpty: true });
  expect(await typed(editor, type, 'whole\r')).toMatchObject({ text: 'whole' });
  editor.close();
});

it.each(['Ctrl-D', 'the end of input', 'a signal'])(
  '%s ends it, also for later reads',
  async (how) => {
    const told = new AbortController();
    const { editor, type, keyboard } = open({ signal: told.signal });
    const read = editor.read('> ');
    if (how === 'Ctrl-D') type('\u0004');
    else if (how === 'a signal') told.abort();
    else keyboard.emit('end');
    expect(await read).toEqual({ kind: 'end' });
    expect(await editor.read('> ')).toEqual({ kind: 'end' });
    editor.close();
  },
);

it('Ctrl-Z gives the terminal back, and takes it again afterwards', async () => {
  const { editor, type, log } = open();
  const read = editor.read('> ');
  type('ha\u001alf\r');
  expect(await read).toMatchObject({ text: 'half' });
  expect(log).toEqual(['raw true', 'resume', 'raw false', 'suspended', 'raw true']);
  editor.close();
});

it('leaves the terminal as it was, once', () => {
  const { editor, log, shown } = open();
  editor.close();
  editor.close();
  expect(log).toEqual(['raw true', 'resume', 'raw false', 'pause']);
  expect(shown()).toBe('\u001b[?2004h\u001b[?2004l');
  const dumb = open({ knowsSequences: false });
  dumb.editor.close();
  expect(dumb.shown()).toBe('');
});
