import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const html = readFileSync(join(import.meta.dirname, '../../public/cell.html'), 'utf8');
const [, script = ''] = /<script>(.*)<\/script>/s.exec(html) ?? [];
const [, policy = ''] = /content="(default-src[^"]*)"/.exec(html) ?? [];

test('the policy of a cell allows its own script by its hash, blobs, and nothing else', () => {
  const hash = createHash('sha256').update(script).digest('base64');
  expect(policy).toBe(
    `default-src 'none'; script-src 'sha256-${hash}' blob:; worker-src blob:; base-uri 'none'; form-action 'none'`,
  );
});
