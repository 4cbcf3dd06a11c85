import { describe, expect, it } from 'vitest';
import { faultTable } from '../fault-table.js';
import { ask, errorOf } from '../fixtures/ask.js';
import { simulate } from '../simulate.js';
import { parseFaultHeader } from './fault-header.js';
import { faultList } from './fault-list.js';
import { faultsOf, type NamedFault } from './script.js';

const everySetting = {
  afterChunks: 1,
  retryAfterMs: 1,
  billed: true,
  status: 500,
  code: 'a',
  body: 'html',
  headers: { a: 'b' },
  bytes: 1,
  index: 0,
  usage: { a: 1 },
  model: 'a',
  tier: 'a',
} as const satisfies Required<Omit<NamedFault, 'fault'>>;

describe('a setting', () => {
  it.each(faultList)('$fault takes $settings, and no other', ({ fault, settings }) => {
    for (const [name, value] of Object.entries(everySetting)) {
      if (settings.some((setting) => setting === name)) continue;
      expect(() => faultsOf({ fault, [name]: value })).toThrow(
        `The fault '${fault}' reads no ${name}; of settings it reads ${settings.join(', ') || 'none'}.`,
      );
    }
  });

  it.each<[NamedFault, string]>([
    [{ fault: 'cut', afterChunks: -1 }, 'a number from 0'],
    [{ fault: 'giant-line', bytes: Number.NaN }, 'a number from 0'],
    [{ fault: 'status', status: 304 }, 'a status from 400 to 599'],
    [{ fault: 'status', status: 600 }, 'a status from 400 to 599'],
    [{ fault: 'error-event', status: 200 }, 'a status from 400 to 599'],
    [{ fault: 'redirect', status: 500 }, '301, 302, 303, 307 or 308'],
    [{ fault: 'redirect-elsewhere', status: 304 }, '301, 302, 303, 307 or 308'],
    [{ fault: 'status', body: 'xml' as 'html' }, 'json, html, garbage or empty'],
    [{ fault: 'server-error', billed: 1 as unknown as boolean }, 'true or false'],
    [{ fault: 'quota', code: '' }, 'a text'],
    [{ fault: 'rate-limit', headers: { 'a b': 'c' } }, 'names and values as HTTP has them'],
    [{ fault: 'rate-limit', headers: { a: 'b\nc' } }, 'names and values as HTTP has them'],
    [{ fault: 'rate-limit', headers: { a: 1 as unknown as string } }, 'names and values as HTTP'],
    [{ fault: 'wrong-usage', usage: [] as never }, 'an object'],
    [{ fault: 'bad-tool-index', index: Symbol('no JSON') }, 'a JSON value'],
  ])('%j is refused as the simulator is made', (fault, wanted) => {
    expect(() => simulate({ faults: [fault] })).toThrow(wanted);
  });
});

it.each(faultTable.flatMap(({ cases }) => cases))(
  'the script of $name in the fault table is one',
  ({ script }) => {
    expect(simulate({ faults: script }).faults).toEqual(script);
  },
);

describe('the header', () => {
  it('takes objects as JSON, in which commas and semicolons separate nothing', () => {
    const header =
      'rate-limit; headers={"retry-after":"1, 2","x":"a;b]\\"}"}; retry-after-ms=5 , wrong-usage;usage={"a":{"b":[1,2]}}';
    expect(parseFaultHeader(header)).toEqual([
      { fault: 'rate-limit', headers: { 'retry-after': '1, 2', x: 'a;b]"}' }, retryAfterMs: 5 },
      { fault: 'wrong-usage', usage: { a: { b: [1, 2] } } },
    ]);
  });

  it('takes texts bare or in quotes, and any JSON value for an index', () => {
    expect(parseFaultHeader('other-model; model=gpt-4.1')).toEqual([
      { fault: 'other-model', model: 'gpt-4.1' },
    ]);
    expect(parseFaultHeader('other-model; model="a, b"')).toEqual([
      { fault: 'other-model', model: 'a, b' },
    ]);
    for (const [written, index] of [
      ['-1', -1],
      ['null', null],
      ['__proto__', '__proto__'],
    ] as const) {
      expect(parseFaultHeader(`bad-tool-index; index=${written}`)).toEqual([
        { fault: 'bad-tool-index', index },
      ]);
    }
  });

  it.each([
    'stall; after-chunks',
    'stall; bytes=1',
    'status; status=99',
    'rate-limit; headers={"a"',
  ])('%s is a 400 that says what would be right', async (header) => {
    const error = await errorOf(ask(simulate(), {}, { headers: { 'x-simulator-fault': header } }));
    expect(error).toMatchObject({ status: 400, param: 'x-simulator-fault' });
    expect(error.message).toMatch(/write|reads|give/);
  });
});
