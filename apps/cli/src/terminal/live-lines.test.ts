import { describe, expect, it } from 'vitest';
import { screenOf } from '../fixtures/screen.js';
import { LiveLines } from './live-lines.js';
import { type Line, span } from './styled-line.js';

const lines = (...texts: readonly string[]): readonly Line[] => texts.map((text) => [span(text)]);
const onScreen = (rows = 24, columns = 40) =>
  new LiveLines({ moves: true, styled: true, size: () => ({ columns, rows }) });

describe('what is drawn', () => {
  it('is only what is new, as long as text goes on', () => {
    const live = onScreen();
    expect(live.show([], lines('one'))).toBe('one');
    expect(live.show([], lines('one two'))).toBe(' two');
    expect(live.show([], lines('one two', 'three'))).toBe('\nthree');
    expect(live.show([], lines('one two', 'three'))).toBe('');
    expect(live.show(lines('one two', 'three'), [])).toBe('\n');
  });

  it('begins where it differs, on the line that differs', () => {
    const live = onScreen();
    live.show([], lines('one two', 'three four'));
    expect(live.show([], lines('one two', 'three 4', 'five'))).toBe('\r\u001b[6C\u001b[J4\nfive');
    expect(live.show([], lines('1 two', 'three 4', 'five'))).toBe(
      '\r\u001b[2A\u001b[J1 two\nthree 4\nfive',
    );
  });

  it('begins with the line where the width of what stays may differ between terminals', () => {
    const live = onScreen();
    live.show([], lines('👩‍👩‍👧 one'));
    expect(live.show([], lines('👩‍👩‍👧 two'))).toBe('\r\u001b[J👩‍👩‍👧 two');
  });

  it('says the style again where only that has changed', () => {
    const live = onScreen();
    live.show([], lines('one'));
    expect(live.show([], [[span('one', { bold: true })]])).toBe('\r\u001b[J\u001b[1mone\u001b[0m');
  });

  it('is nothing where the cursor cannot move, until it is final', () => {
    const live = new LiveLines({
      moves: false,
      styled: false,
      size: () => ({ columns: 40, rows: 24 }),
    });
    expect(live.show([], lines('one'))).toBe('');
    expect(live.show(lines('one', 'two'), lines('three'))).toBe('one\ntwo\n');
  });
});

it('never goes above what the screen shows, and prints what comes after what has scrolled away', async () => {
  const live = onScreen(6);
  const many = Array.from({ length: 20 }, (_, index) => `line ${index}`);
  const first = live.show([], lines(...many));
  const changed = [...many.slice(0, 18), 'other 18', 'line 19', 'line 20'];
  const second = live.show([], lines(...changed));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it looks for the way up
  expect(Math.max(...[...second.matchAll(/\u001b\[(\d+)A/g)].map(([, up]) => Number(up)))).toBe(1);
  expect(await screenOf(first + second, { rows: 6 })).toEqual(changed);
});

it('prints again what has changed above the screen, rather than losing it', async () => {
  const live = onScreen(4);
  const many = ['first', 'second', 'third', 'fourth', 'fifth'];
  const bytes =
    live.show([], lines(...many)) +
    live.show([], lines('first', 'other', 'third', 'fourth', 'fifth'));
  const shown = await screenOf(bytes, { rows: 4 });
  expect(shown.join(' ')).toContain('other third fourth fifth');
  expect(live.show([], lines('first', 'other', 'third', 'fourth', 'fifth', 'sixth'))).toBe(
    '\nsixth',
  );
});

describe('when somebody else writes below', () => {
  it('goes on below, with what has not been shown yet', () => {
    const live = onScreen();
    live.show([], lines('one tw'));
    expect(live.leave()).toBe('\n');
    expect(live.lineIsOpen).toBe(false);
    expect(live.show([], lines('one two', 'three'))).toBe('o\nthree');
    expect(live.leave()).toBe('\n');
    expect(live.leave()).toBe('');
  });

  it('knows what of an open line stands above, when lines before it have become final', () => {
    const live = onScreen();
    live.show([], lines('one', '', 'two'));
    live.leave();
    expect(live.show(lines('one'), lines('', 'two three'))).toBe(' three');
    expect(live.show(lines('', 'two three'), [])).toBe('\n');
  });

  it('begins a table anew, because its columns may have changed', () => {
    const live = onScreen();
    live.show([], lines('a', 'b'), false);
    live.leave();
    expect(live.show([], lines('a ', 'b ', 'cc'), false)).toBe('a \nb \ncc');
  });
});

it('writes the last line again when the width of the screen has changed, and leaves those above as they are', () => {
  let columns = 40;
  const live = new LiveLines({ moves: true, styled: true, size: () => ({ columns, rows: 24 }) });
  live.show([], lines('one two', 'three four'));
  columns = 10;
  expect(live.show([], lines('one', 'two', 'three', 'four', 'five'))).toBe(
    '\r\u001b[Jthree\nfour\nfive',
  );
  expect(live.show([], lines('one', 'two', 'three', 'four', 'five six'))).toBe(' six');
});
