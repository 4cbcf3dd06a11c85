import { describe, expect, it } from 'vitest';
import { streaming } from '../fixtures/reply-under.js';
import { withFault } from '../fixtures/with-fault.js';
import type { FaultName } from './faults.js';
import { replyFaults } from './reply-faults.js';
import { streamFaults } from './stream-faults.js';

const names = Object.keys({ ...replyFaults, ...streamFaults }) as FaultName[];
const withAnEnd = names.filter((name) => !/^endless|^giant|no-headers/.test(name));

describe.each([
  ['two streamed choices', { ...streaming, n: 2 }],
  ['a JSON reply', {}],
])('of %s', (_, request) => {
  it.each(withAnEnd)('%s is the same for the same seed, books included', async (fault) => {
    const step = [{ fault: 'usage-everywhere' as const }, { fault }];
    const first = await withFault(step, request);
    const second = await withFault(step, request);
    expect(second.response.status).toBe(first.response.status);
    expect([second.text, second.end]).toEqual([first.text, first.end]);
    expect(second.line).toEqual(first.line);
    const whole = await withFault('ok', request);
    expect(first.line?.cost).toBeLessThanOrEqual(whole.line?.cost ?? 0n);
  });
});
