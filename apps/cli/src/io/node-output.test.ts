import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { nodeOutput } from './node-output.js';

it('waits until the text is with the system', async () => {
  const written: string[] = [];
  const stream = new Writable({
    write(bytes, _encoding, done) {
      setImmediate(() => {
        written.push(String(bytes));
        done();
      });
    },
  });
  await nodeOutput(stream).write('text');
  expect(written).toEqual(['text']);
});

it('resolves and tells when nobody reads any more, and then writes nothing', async () => {
  let writes = 0;
  const gone = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
  const stream = new Writable({
    autoDestroy: false,
    write(_bytes, _encoding, done) {
      writes += 1;
      done(gone);
    },
  });
  const output = nodeOutput(stream);
  expect(output.broken.aborted).toBe(false);
  await output.write('text');
  await new Promise(setImmediate);
  expect(output.broken.reason).toBe(gone);
  await output.write('more');
  expect(writes).toBe(1);
});

it('knows whether it is a terminal, and how wide that is by now', () => {
  const stream = Object.assign(new Writable(), { isTTY: true, columns: 80 });
  const output = nodeOutput(stream);
  expect(output).toMatchObject({ isTerminal: true, columns: 80 });
  stream.columns = 40;
  expect(output.columns).toBe(40);
  expect(nodeOutput(new Writable()).isTerminal).toBe(false);
});
