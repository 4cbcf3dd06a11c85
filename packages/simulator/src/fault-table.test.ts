import { errorKinds } from '@farebox/core';
import { describe, expect, it } from 'vitest';
import { faultTable } from './fault-table.js';

const cases = faultTable.flatMap((row) => row.cases);

describe('the fault table', () => {
  it('has eighty rows in order, each with a case', () => {
    expect(faultTable.map(({ number }) => number)).toEqual(
      Array.from({ length: 80 }, (_, index) => index + 1),
    );
    expect(faultTable.filter((row) => row.cases.length === 0)).toEqual([]);
  });

  it('names every case once', () => {
    const names = cases.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.each(cases)('$name agrees with itself', ({ script, expected }) => {
    const { kind, attempts, money, retried, exit, delivered } = expected;
    expect(script.length).toBeGreaterThan(0);
    expect(money).toHaveLength(attempts);
    expect(retried, 'several attempts need a retry').toBe(attempts > 1);
    if (kind === 'completed' || kind === 'abandoned') {
      expect({ exit, delivered }).toEqual({ exit: 0, delivered: true });
    } else {
      expect(exit).toBe(errorKinds[kind].exit);
      expect(money, 'a failure reports no usage').not.toContain('reported');
      if (delivered) expect(attempts, 'what delivered something is not sent again').toBe(1);
    }
  });
});
