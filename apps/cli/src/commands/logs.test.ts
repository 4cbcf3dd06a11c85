import { expect, it, test } from 'vitest';
import { logs } from '../fixtures/logs.js';

it('says where the receipts are, whether there are any or not', async () => {
  expect(await logs(['path'])).toMatchObject({
    code: 0,
    out: '/no/state/folder/of/a/test/ledger.db\n',
  });
});

test.each([
  [['nonsense']],
  [['--from', '3d', 'export', '--csv']],
  [['export']],
  [['export', '--csv', '--jsonl']],
  [['-n', '0']],
])('logs %j is wrong usage', async (argv) => {
  const { code, out, error } = await logs(argv);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error).toMatch(/\n {2}fix: /);
});
