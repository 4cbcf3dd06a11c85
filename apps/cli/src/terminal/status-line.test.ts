import { virtualClock } from '@farebox/core/testing';
import { expect, it } from 'vitest';
import { fakeIo } from '../fixtures/fake-io.js';
import { screenOf } from '../fixtures/screen.js';
import { StatusLine } from './status-line.js';

function statusOn(columns = 40) {
  const clock = virtualClock();
  const io = fakeIo({ terminal: true, columns, clock });
  let place: 'here' | 'below' | undefined = 'here';
  const status = new StatusLine({
    output: io.stderr,
    clock,
    styled: false,
    place: () => place,
  });
  return {
    clock,
    io,
    status,
    put: (where: typeof place) => {
      place = where;
    },
  };
}

it('shows nothing before its time, and is redrawn ten times a second', async () => {
  const { clock, io, status } = statusOn();
  let count = 0;
  status.start(() => `turn ${++count}`, 150);
  await clock.advance(149);
  expect(io.error).toBe('');
  await clock.advance(1);
  expect(io.error).toBe('\rturn 1');
  await clock.advance(1_000);
  expect(count).toBe(11);
});

it('leaves nothing behind when it is stopped', async () => {
  const { clock, io, status } = statusOn();
  status.start(() => 'waiting', 0);
  await clock.advance(250);
  status.stop();
  await clock.advance(1_000);
  expect(io.error.endsWith('\r\u001b[K')).toBe(true);
  expect(await screenOf(io.error)).toEqual([]);
});

it('stands below an open line, and the text goes on where it was, also at the end of the screen', async () => {
  const { clock, io, status, put } = statusOn();
  put('below');
  await io.stderr.write('1\n2\n3\nopen');
  status.start(() => 'status', 0);
  await clock.advance(0);
  expect(await screenOf(io.error, { rows: 4 })).toEqual(['1', '2', '3', 'open', 'status']);
  await status.aside(() => io.stderr.write(' line'));
  expect(await screenOf(io.error, { rows: 4 })).toEqual(['1', '2', '3', 'open line', 'status']);
  status.stop();
  await io.stderr.write(' goes on\n');
  expect(await screenOf(io.error, { rows: 4 })).toEqual(['1', '2', '3', 'open line goes on']);
});

it('is not drawn where there is no place for it', async () => {
  const { clock, io, status, put } = statusOn();
  put(undefined);
  status.start(() => 'status', 0);
  await clock.advance(500);
  status.stop();
  expect(io.error).toBe('');
});

it('takes one line, however narrow the terminal is', async () => {
  const { clock, io, status } = statusOn(12);
  status.start(() => 'waiting for 東京', 0);
  await clock.advance(0);
  expect(io.error).toBe('\rwaiting fo…');
});
