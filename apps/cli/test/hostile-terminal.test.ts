import { simulate } from '@farebox/simulator';
import { type Server, serve } from '@farebox/simulator/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { controlCodes, sequences, strings, wholeSequences } from '../src/fixtures/control-codes.js';
import { openTerminal } from './terminal.js';

const lineEnd = 0x0a;
const codes = controlCodes
  .filter((code) => code !== lineEnd)
  .map((code) => String.fromCharCode(code));

/** An answer with everything in it that a terminal obeys, in every place where Markdown may have it. */
const hostile = [
  ...[...wholeSequences, ...sequences, ...strings].flatMap((text, index) => [
    `- item${index}${text}`,
    `[link${index}](https://a.example/${text}) \`code${index}${text}\``,
  ]),
  ...codes.map((code, index) => `> quote${index}${code}`),
  '```js',
  ...wholeSequences.map((text) => `call("${text}");`),
  '```',
  '| a | b |',
  '|---|---|',
  ...wholeSequences.map((text, index) => `| row${index} | ${text}&#27;[31m |`),
  '',
  'the last line',
].join('\n');

const simulator = simulate({ seed: 1, answers: Array.from({ length: 3 }, () => hostile) });
let server: Server;
beforeAll(async () => {
  server = await serve(simulator);
});
afterAll(() => server.close());

it.each([[[]], [['--raw']], [['--color', 'never']]])(
  'with %j an answer changes no title, clipboard, screen, mode, cursor or colour of the terminal',
  async (argv) => {
    const terminal = openTerminal([...argv, '--base-url', server.url, 'Hi'], { rows: 30 });
    const obeyed: string[] = [];
    const { emulator } = terminal;
    const note = (what: string) => () => {
      obeyed.push(what);
      return true;
    };
    emulator.onTitleChange(note('title'));
    emulator.onBell(note('bell'));
    for (const code of [0, 1, 2, 4, 8, 9, 10, 11, 12, 50, 52, 104, 133, 777, 1337]) {
      emulator.parser.registerOscHandler(code, note(`OSC ${code}`));
    }
    emulator.parser.registerDcsHandler({ final: 'q' }, note('DCS q'));
    for (const prefix of ['?', '>', '=']) {
      for (const final of 'hlnctmsur')
        emulator.parser.registerCsiHandler({ prefix, final }, note(`CSI ${prefix}${final}`));
    }
    for (const final of 'HfdGSTLMPXnct') {
      emulator.parser.registerCsiHandler({ final }, note(`CSI ${final}`));
    }

    expect(await terminal.ended).toBe(0);
    expect(obeyed).toEqual([]);
    expect(emulator.buffer.active.type).toBe('normal');
    expect(emulator.modes).toMatchObject({
      applicationCursorKeysMode: false,
      bracketedPasteMode: false,
      insertMode: false,
      mouseTrackingMode: 'none',
      originMode: false,
      reverseWraparoundMode: false,
      wraparoundMode: true,
    });
    const screen = terminal.screen();
    expect(screen).toMatch(/the last line\ncost \$0\.\d+ · /);
    const { active } = emulator.buffer;
    const cell = active.getLine(active.baseY + active.cursorY - 1)?.getCell(0);
    expect(cell?.getChars()).toBe('c');
    // Dim is our own; no colour or other style of the answer's is left.
    const styles = [cell?.isBold(), cell?.isItalic(), cell?.isUnderline(), cell?.isInverse()];
    expect(styles).toEqual([0, 0, 0, 0]);
    expect([cell?.isFgDefault(), cell?.isBgDefault()]).toEqual([true, true]);
  },
);
