import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContentFrame } from '../chunk/content-frame.js';
import { EventSplitter } from './event-splitter.js';
import { referenceEvents } from './fixtures/reference-decoder.js';

function split(blocks: readonly string[]): string[] {
  const splitter = new EventSplitter(1_000_000);
  const events: string[] = [];
  const drain = () => {
    while (splitter.next()) events.push(splitter.data);
  };
  for (const block of blocks) {
    splitter.feed(block);
    drain();
  }
  splitter.end();
  drain();
  return events;
}

describe('EventSplitter', () => {
  it('agrees with a literal reading of the standard for any stream in any blocks', () => {
    const piece = fc.constantFrom(
      'data: {"a":1}',
      'data:x',
      'data',
      'event: error',
      ': comment',
      'id: 1',
      'nonsense',
      '\n',
      '\n\n',
      '\r',
      '\r\n',
      '\r\n\r\n',
      ' ',
      'é',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.array(fc.nat({ max: 60 }), { maxLength: 8 }),
        (pieces, cuts) => {
          const stream = pieces.join('');
          const places = cuts.map((cut) => Math.min(cut, stream.length)).sort((a, b) => a - b);
          const blocks = [...places, stream.length].map((end, index) =>
            stream.slice(places[index - 1] ?? 0, end),
          );
          const events = referenceEvents(new TextEncoder().encode(stream));
          expect(split(blocks)).toEqual(events.map(({ data }) => data));
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('knows the name of an event that has one, and forgets it for the next', () => {
    const splitter = new EventSplitter(1000);
    splitter.feed('data: a\n\nevent: error\ndata: b\n\ndata: c\n\n');
    const seen = [];
    while (splitter.next()) seen.push([splitter.data, splitter.name]);
    expect(seen).toEqual([
      ['a', undefined],
      ['b', 'error'],
      ['c', undefined],
    ]);
  });

  it('at exactly the limit an event is accepted; one character more is refused, however it comes', () => {
    const streams = ['data: 67890\n\n', 'data:6\ndata\n\n', ': 2345\n:89\n\n', 'event:\ndata\n\n'];
    for (const stream of streams) {
      // 32 for each line, and nothing for its end.
      const length =
        stream.trimEnd().replaceAll('\n', '').length + 32 * stream.trimEnd().split('\n').length;
      for (const before of ['', 'data:1\n\n', ':\n\n']) {
        for (let cut = 0; cut <= stream.length; cut++) {
          for (const limit of [length, length - 1]) {
            const splitter = new EventSplitter(limit);
            const take = () => {
              for (const block of [before + stream.slice(0, cut), stream.slice(cut)]) {
                splitter.feed(block);
                while (splitter.next());
              }
            };
            if (limit === length) expect(take).not.toThrow();
            else expect(take, `${stream} cut at ${cut}`).toThrow('(maxEventLength)');
          }
        }
      }
    }
  });

  it('an event of a megabyte that comes character by character is read in time with its length', () => {
    const splitter = new EventSplitter(2_000_000);
    splitter.feed('data: 1\n\ndata: ');
    while (splitter.next());
    // Looking at it from its start at each character would take minutes.
    for (let at = 0; at < 1_000_000; at++) {
      splitter.feed('x');
      splitter.next();
    }
    splitter.feed('\n\n');
    expect(splitter.next()).toBe(true);
    expect(splitter.data).toHaveLength(1_000_000);
  });

  it('refuses an event longer than the limit, arriving in many small blocks', () => {
    const splitter = new EventSplitter(10_000);
    const flood = () => {
      for (let block = 0; block < 100; block++) {
        splitter.feed(block === 0 ? `data: ${'x'.repeat(1000)}` : 'x'.repeat(1000));
        splitter.next();
      }
    };
    expect(flood).toThrow('longer than 10000 characters');
  });

  describe('in a frame', () => {
    const sample = {} as ContentFrame['sample'];

    /** What the events in the frame say, and the data of the first one that is not in it. */
    function inFrame(frame: Omit<ContentFrame, 'sample'>, stream: string, maxEventLength = 1000) {
      const splitter = new EventSplitter(maxEventLength);
      splitter.feed('data: {}\n\n');
      splitter.next();
      splitter.feed(stream);
      const said: string[] = [];
      while (splitter.nextInFrame({ ...frame, sample })) {
        said.push(splitter.content + splitter.varied);
      }
      return { said, next: splitter.next() ? splitter.data : undefined };
    }
    const plain = { head: 'data: {"c":"', varying: undefined, tail: '"}\n\n' };
    const padded = { head: 'data: {"c":"', varying: '","p":"', tail: '"}\n\n' };

    it('takes only events that are the frame around a string', () => {
      const stream =
        'data: {"c":"a"}\n\ndata: {"c":""}\n\ndata: {"c":"b"}\n\ndata: {"c":"d","x":1}\n\n';
      expect(inFrame(plain, stream)).toEqual({ said: ['a', '', 'b'], next: '{"c":"d","x":1}' });
    });

    it('reads what is escaped, and leaves what is not valid JSON', () => {
      const stream = 'data: {"c":"\\n\\"\\ud83d\\ude42\\\\"}\n\ndata: {"c":"\\x"}\n\n';
      expect(inFrame(plain, stream)).toEqual({ said: ['\n"🙂\\'], next: '{"c":"\\x"}' });
    });

    it('leaves an event whose string has a line break, escaped or not: it ends there', () => {
      expect(inFrame(plain, 'data: {"c":"\\\n\n"}\n\n')).toEqual({ said: [], next: '{"c":"\\' });
      expect(inFrame(plain, 'data: {"c":"\n\n"}\n\n')).toEqual({ said: [], next: '{"c":"' });
    });

    it('takes across a second string that varies', () => {
      const stream = 'data: {"c":"a","p":"xyz"}\n\ndata: {"c":"b","p":""}\n\ndata: {"c":"d"}\n\n';
      expect(inFrame(padded, stream)).toEqual({ said: ['axyz', 'b'], next: '{"c":"d"}' });
    });

    it('leaves an event that is not whole yet', () => {
      const event = 'data: {"c":"a\\n","p":"xyz"}\n\n';
      for (let end = 0; end < event.length; end++) {
        expect(inFrame(padded, event.slice(0, end)).said, `cut at ${end}`).toEqual([]);
      }
    });

    it('leaves an event that is longer than the limit, which then refuses it', () => {
      const stream = `data: {"c":"${'x'.repeat(60)}"}\n\n`;
      expect(() => inFrame(plain, stream, 50)).toThrow('longer than 50 characters');
    });
  });
});
