import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { parseFaultHeader } from './fault-header.js';
import { faultList } from './fault-list.js';

const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');

it.each(faultList)('$fault is one sentence here, and has a row in the README', (listed) => {
  expect(listed.sentence).toMatch(/^[^\n]+[^.]\.$/);
  const rows = readme.split('\n').filter((line) => line.startsWith('|'));
  expect(rows.some((row) => row.split('|')[1]?.includes(`\`${listed.fault}\``))).toBe(true);
});

it.each([...new Set(faultList.flatMap(({ settings }) => settings))])(
  'the setting %s is in the README',
  (setting) => {
    expect(readme.slice(readme.indexOf('## Faults on request'))).toContain(`\`${setting}`);
  },
);

it('every setting of every fault can be asked for in the header', () => {
  const written = {
    afterChunks: ['after-chunks=2', 2],
    retryAfterMs: ['retry-after-ms=250', 250],
    billed: ['billed=false', false],
    body: ['body=garbage', 'garbage'],
    code: ['code=insufficient_quota', 'insufficient_quota'],
    headers: [
      'headers={"retry-after":"1, 2","x-a":"b; c"}',
      { 'retry-after': '1, 2', 'x-a': 'b; c' },
    ],
    bytes: ['bytes=1000', 1000],
    index: ['index=-1.5', -1.5],
    usage: ['usage={"completion_tokens":-5}', { completion_tokens: -5 }],
    model: ['model=gpt-4.1-nano', 'gpt-4.1-nano'],
    tier: ['tier=flex', 'flex'],
    status: ['status=503', 503],
    redirectStatus: ['status=308', 308],
  } as const;
  for (const { fault, settings } of faultList) {
    for (const setting of settings) {
      const redirects = setting === 'status' && fault.startsWith('redirect');
      const [attribute, value] = written[redirects ? 'redirectStatus' : setting];
      expect(parseFaultHeader(`${fault}; ${attribute}, no-done`)).toEqual([
        { fault, [setting]: value },
        { fault: 'no-done' },
      ]);
    }
  }
});
