import { virtualClock } from '@farebox/core/testing';
import { describe, expect, it } from 'vitest';
import { type FakeIoOptions, fakeIo } from '../fixtures/fake-io.js';
import { screenOf } from '../fixtures/screen.js';
import { appearanceOf } from '../terminal/appearance.js';
import { AnswerScreen, type AnswerScreenOptions } from './answer-screen.js';

/** A terminal that both outputs write to, and time that stands still. */
function screenOn(
  io: FakeIoOptions = {},
  options: Partial<AnswerScreenOptions> & { readonly raw?: boolean } = {},
) {
  const clock = virtualClock();
  let bytes = '';
  const note = (text: string) => {
    bytes += text;
  };
  const world = fakeIo({
    terminal: true,
    environment: { TERM: 'xterm' },
    clock,
    onOutput: note,
    onError: note,
    ...io,
  });
  const screen = new AnswerScreen(world, {
    appearance: appearanceOf(options, world),
    progress: { text: () => 'about $0.01', load: async () => {} },
    ...options,
  });
  return { clock, io: world, screen, lines: () => screenOf(bytes, { rows: 24 }) };
}

describe('while nothing has come', () => {
  it('says nothing for a moment, then what it waits for and how long', async () => {
    const { clock, screen, lines } = screenOn();
    screen.waits('gpt-4o-mini');
    await clock.advance(149);
    expect(await lines()).toEqual([]);
    await clock.advance(1_151);
    expect(await lines()).toEqual([expect.stringMatching(/^. gpt-4o-mini · 1\.\d s$/)]);
    screen.stop();
    await clock.advance(10_000);
    expect(await lines()).toEqual([]);
  });

  it('messages stand above it, and the last one is gone when it stops', async () => {
    const { clock, screen, lines } = screenOn();
    screen.waits('attempt 1');
    await clock.advance(500);
    await screen.say('farebox: attempt 1: no');
    screen.waits('attempt 2');
    await clock.advance(500);
    expect(await lines()).toEqual([
      'farebox: attempt 1: no',
      expect.stringMatching(/attempt 2 · /),
    ]);
    screen.stop();
    expect(await lines()).toEqual(['farebox: attempt 1: no']);
  });
});

describe('while the answer arrives', () => {
  it('the cost so far is below it, and the text goes on where it was', async () => {
    const { clock, screen, lines } = screenOn();
    screen.waits('gpt-4o-mini');
    await clock.advance(500);
    screen.arrives();
    await screen.printer.print('one **tw');
    await clock.advance(500);
    expect(await lines()).toEqual(['one tw', 'about $0.01']);
    await screen.printer.print('o** three\n\nfour');
    expect(await lines()).toEqual(['one two three', '', 'four', 'about $0.01']);
    await screen.say('farebox: a message');
    await screen.printer.print(' five');
    screen.stop();
    await screen.printer.end();
    expect(await lines()).toEqual(['one two three', '', 'four', 'farebox: a message', ' five']);
  });

  it('the cost so far comes back with the text, when it was waited for anew', async () => {
    const { clock, screen, lines } = screenOn();
    screen.arrives();
    await screen.printer.print('one\n\n');
    screen.waits('attempt 2');
    await clock.advance(500);
    expect(await lines()).toEqual(['one', expect.stringMatching(/attempt 2/)]);
    await screen.printer.print('two');
    await clock.advance(500);
    expect(await lines()).toEqual(['one', '', 'two', 'about $0.01']);
  });

  it('there is none below a text that is not rendered: it may have filled the last column', async () => {
    const { clock, screen, lines } = screenOn({}, { raw: true });
    screen.waits('gpt-4o-mini');
    await clock.advance(500);
    screen.arrives();
    await screen.printer.print('one');
    await clock.advance(5_000);
    expect(await lines()).toEqual(['one']);
  });

  it('begins anew on a line of its own when what was shown is void', async () => {
    const { screen, lines } = screenOn();
    screen.arrives();
    await screen.printer.print('# one\n\n- two\n\n');
    await screen.printer.startOver();
    await screen.say('farebox: void');
    await screen.printer.print('# three');
    await screen.printer.end();
    expect(await lines()).toEqual(['one', '', '• two', 'farebox: void', 'three']);
  });
});

describe('says nothing of what goes on', () => {
  it.each([
    ['when only the answer is wanted', {}, { quiet: true }],
    ['on a terminal that is not known', { environment: { TERM: 'dumb' } }, {}],
    ['where there is no terminal', { terminal: false }, {}],
  ])('%s', async (_name, io, options) => {
    const { clock, screen, lines } = screenOn(io, options);
    screen.waits('gpt-4o-mini');
    await clock.advance(5_000);
    screen.arrives();
    await screen.printer.print('one');
    await clock.advance(5_000);
    await screen.printer.end();
    expect(await lines()).toEqual(['one']);
  });
});

describe('a block of code', () => {
  it.each([
    ['is all that is printed', 'a\n```\nb\n```\nc', true, ['b'], true],
    ['that is missing leaves a whole answer as it is', 'a', true, ['a'], false],
    ['that is missing leaves nothing of a part', 'a', false, [], false],
    ['that is closed is printed of a part as well', '```\nb\n```\nc', false, ['b'], true],
    ['that is open is not printed of a part', '```\nb\n', false, [], false],
  ] as const)('%s', async (_name, text, isWhole, expected, isFound) => {
    const { screen, lines } = screenOn({}, { extract: 'first' });
    await screen.printer.print(text);
    expect(await screen.printer.end(isWhole)).toBe(isFound);
    expect(await lines()).toEqual(expected);
  });
});
