import { expect, test } from 'vitest';
import { fakeIo } from '../fixtures/fake-io.js';
import { type AppearanceOptions, appearanceOf } from './appearance.js';

const xterm = { TERM: 'xterm-256color' };

test.each<[string, AppearanceOptions, Record<string, string>, boolean, string]>([
  ['a terminal', {}, xterm, true, 'markdown styled moves'],
  ['a terminal with NO_COLOR', {}, { ...xterm, NO_COLOR: '1' }, true, 'markdown moves'],
  [
    'an empty NO_COLOR, which says nothing',
    {},
    { ...xterm, NO_COLOR: '' },
    true,
    'markdown styled moves',
  ],
  [
    'NO_COLOR before FORCE_COLOR',
    {},
    { ...xterm, NO_COLOR: '1', FORCE_COLOR: '1' },
    true,
    'markdown moves',
  ],
  [
    'the option before NO_COLOR',
    { color: 'always' },
    { ...xterm, NO_COLOR: '1' },
    true,
    'markdown styled moves',
  ],
  [
    'the option before FORCE_COLOR',
    { color: 'never' },
    { ...xterm, FORCE_COLOR: '1' },
    true,
    'markdown moves',
  ],
  ['FORCE_COLOR=0', {}, { ...xterm, FORCE_COLOR: '0' }, true, 'markdown moves'],
  ['TERM=dumb', {}, { TERM: 'dumb' }, true, ''],
  ['no TERM', {}, {}, true, ''],
  ['no TERM on Windows', {}, { OS: 'Windows_NT' }, true, 'markdown styled moves'],
  ['FORCE_COLOR before TERM=dumb', {}, { TERM: 'dumb', FORCE_COLOR: '1' }, true, 'markdown styled'],
  ['--raw', { raw: true, color: 'always' }, xterm, true, 'moves'],
  ['a pipe', {}, xterm, false, ''],
  ['a pipe with FORCE_COLOR', {}, { ...xterm, FORCE_COLOR: '1' }, false, ''],
  ['a pipe with --color always', { color: 'always' }, xterm, false, 'markdown styled'],
])('%s', (_name, options, environment, terminal, expected) => {
  const { styledStatus, ...appearance } = appearanceOf(options, fakeIo({ terminal, environment }));
  if (options.raw !== true) expect(styledStatus).toBe(appearance.styled);
  const named = Object.entries(appearance).flatMap(([name, holds]) => (holds ? [name] : []));
  expect(named.join(' ')).toBe(expected);
});
