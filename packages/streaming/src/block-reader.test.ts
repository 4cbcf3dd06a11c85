import { describe, expect, it } from 'vitest';
import { BlockReader } from './block-reader.js';
import { ScriptedSource } from './fixtures/scripted-source.js';
import { settledLimits } from './limits.js';

async function dataOf(reader: BlockReader): Promise<string[]> {
  const data: string[] = [];
  let more = true;
  while (more) {
    more = await reader.read();
    while (reader.events.next()) data.push(reader.events.data);
  }
  return data;
}

describe('BlockReader', () => {
  it('a multi-byte character split across two reads arrives whole', async () => {
    const bytes = new TextEncoder().encode('data: 👩‍👩‍👧\n\n');
    for (let cut = 0; cut <= bytes.length; cut++) {
      const source = new ScriptedSource([bytes.slice(0, cut), bytes.slice(cut)]);
      expect(await dataOf(new BlockReader(source))).toEqual(['👩‍👩‍👧']);
    }
  });

  it('JSON in several blocks, after blanks, is one event', async () => {
    const source = new ScriptedSource([' \n', '  ', '{"a":', '1}', '\n']);
    expect(await dataOf(new BlockReader(source))).toEqual(['{"a":1}\n']);
  });

  it('JSON behind a byte order mark is JSON', async () => {
    const source = new ScriptedSource(['\uFEFF', ' {"a":1}']);
    expect(await dataOf(new BlockReader(source))).toEqual(['{"a":1}']);
  });

  it('blanks in many blocks do what they do in one', async () => {
    for (const start of [
      '\uFEFF',
      '\n\uFEFF',
      '\uFEFF ',
      ' \uFEFF',
      '\uFEFF\uFEFF',
      ' \r',
      ' \n\t',
    ]) {
      const stream = `${start}data: 1\n\ndata: 2\n\n`;
      const whole = await dataOf(new BlockReader(new ScriptedSource([stream])));
      expect(await dataOf(new BlockReader(new ScriptedSource([...stream])))).toEqual(whole);
      const line = stream.slice(0, stream.indexOf('data'));
      expect(whole).toEqual(/^\uFEFF$|[\r\n]$/.test(line) ? ['1', '2'] : ['2']);
    }
  });

  it('a blank before the first field is not dropped: the line stays unknown, as the standard says', async () => {
    const source = new ScriptedSource([' ', 'data: no\n\ndata: yes\n\n']);
    expect(await dataOf(new BlockReader(source))).toEqual(['yes']);
  });

  it('64 MB of blanks take time in line with their size', async () => {
    const blanks = new Uint8Array(64 * 1024).fill(32);
    const source = new ScriptedSource([...Array<Uint8Array>(1024).fill(blanks), '{}']);
    const data = await dataOf(new BlockReader(source));
    expect(data[0]?.trim()).toBe('{}');
  });

  it('a byte order mark is stripped once', async () => {
    const mark = '\uFEFF';
    const source = new ScriptedSource([`${mark}data: 1\n\n${mark}data: 2\n\ndata: 3\n\n`]);
    expect(await dataOf(new BlockReader(source))).toEqual(['1', '3']);
  });

  it('HTML is refused at its first character', async () => {
    const reader = new BlockReader(new ScriptedSource(['\n <html><secret>']));
    await expect(reader.read()).rejects.toMatchObject({ kind: 'protocol', code: 'html' });
  });

  it('exactly the limit is accepted; one byte more is too large', async () => {
    const ten = 'data: 12\n\n';
    const limits = settledLimits({ maxReplyBytes: 10 });
    expect(await dataOf(new BlockReader(new ScriptedSource([ten]), limits))).toEqual(['12']);
    await expect(
      dataOf(new BlockReader(new ScriptedSource([ten, '\n']), limits)),
    ).rejects.toMatchObject({ kind: 'too-large', code: 'reply' });
  });

  it('an event longer than its limit is too large, in one block or in many', async () => {
    const long = `data: ${'x'.repeat(200)}\n\n`;
    const limits = settledLimits({ maxEventLength: 100 });
    const before = 'data: 1\n\n';
    for (const blocks of [[before + long], [before, long], [before, ...long.slice(0, 150)]]) {
      await expect(
        dataOf(new BlockReader(new ScriptedSource(blocks), limits)),
      ).rejects.toMatchObject({ kind: 'too-large', code: 'event' });
    }
  });

  it('a source that breaks is a connection error with the code from its cause', async () => {
    const cause = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
    const reader = new BlockReader(new ScriptedSource([], new TypeError('terminated', { cause })));
    await expect(reader.read()).rejects.toMatchObject({
      kind: 'connection',
      code: 'UND_ERR_SOCKET',
      message: 'The connection broke after 0 bytes of the reply.',
    });
  });

  it('closing ends a pending read, closes the source once, and nothing can be read after it', async () => {
    const source = new ScriptedSource([], 'stall');
    const reader = new BlockReader(source);
    const pending = reader.read();
    reader.close();
    reader.close();
    expect(await pending).toBe(false);
    expect(await reader.read()).toBe(false);
    expect(source.cancelled).toBe(1);
  });
});
