import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';
import { nodeTooOld } from './node-too-old.js';

test.each(['22.13.0', '22.14.1', '23.0.0', '24.21.0', '100.0.0'])('Node %s will do', (node) => {
  expect(nodeTooOld(node)).toBeUndefined();
});

test.each(['22.12.9', '20.20.2', '18.0.0', '9.99.0'])('Node %s will not', (node) => {
  expect(nodeTooOld(node)).toMatch(
    new RegExp(
      `^farebox: .+This is Node ${node}, and farebox needs 22\\.13 or newer\\.\n  fix: .+\n$`,
    ),
  );
});

it('is what the package asks for', () => {
  const file = join(import.meta.dirname, '../package.json');
  const { engines } = JSON.parse(readFileSync(file, 'utf8'));
  const [oldest = ''] = /[\d.]+/.exec(engines.node) ?? [];
  expect(nodeTooOld(`${oldest}.0`)).toBeUndefined();
  expect(nodeTooOld('22.12.0')).toContain(oldest);
});
