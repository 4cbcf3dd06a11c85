import { type ErrorKind, errorKinds } from '@farebox/core';
import { faultTable } from '@farebox/simulator/fault-table';
import { describe, expect, it, test } from 'vitest';
import { farebox } from '../fixtures/farebox.js';

const kinds = Object.keys(errorKinds) as ErrorKind[];

const casesOf = (kind: ErrorKind) =>
  faultTable.flatMap(({ cases }) => cases.filter(({ expected }) => expected.kind === kind));

describe('without a kind', () => {
  it('has every kind of the error table, with its name, its exit code and what to do', async () => {
    const { code, out, error } = await farebox(['errors']);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    const blocks = out.split(/\n(?=\S)/);
    expect(blocks).toHaveLength(kinds.length);
    for (const [index, kind] of kinds.entries()) {
      const { name, exit } = errorKinds[kind];
      expect(blocks[index]).toMatch(
        new RegExp(`^${kind} · ${name} · exit ${exit} · .*(sent|asked).*\\n  \\S[^]*\\.\\s*$`),
      );
    }
  });

  it('prints the same as one object', async () => {
    const { kinds: printed } = JSON.parse((await farebox(['errors', '--json'])).out);
    expect(
      printed.map(({ kind, exit }: { kind: ErrorKind; exit: number }) => [kind, exit]),
    ).toEqual(kinds.map((kind) => [kind, errorKinds[kind].exit]));
    for (const { cause, fix } of printed) expect(`${cause} ${fix}`).toMatch(/^\S.*\. \S.*\.$/);
  });
});

describe('with a kind', () => {
  test.each(kinds)(
    '%s has every fault of the table that ends as it, and no other',
    async (kind) => {
      const { code, out, error } = await farebox(['errors', kind]);
      expect({ code, error }).toEqual({ code: 0, error: '' });
      const shown = [...out.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number));
      const rows = faultTable.filter(({ cases }) =>
        cases.some(({ expected }) => expected.kind === kind),
      );
      expect([...new Set(shown)]).toEqual(rows.map(({ number }) => number));
      const { faults } = JSON.parse((await farebox(['errors', kind, '--json'])).out);
      expect(faults.map((fault: { case: string }) => fault.case)).toEqual(
        casesOf(kind).map(({ name }) => name),
      );
      expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    },
  );

  it('says how often a call is sent and whether that may be charged', async () => {
    const { out } = await farebox(['errors', 'timeout']);
    expect(out).toMatch(/^what leads to it +sent +may be charged$/m);
    expect(out).toMatch(/^5\. The connection never comes about +3 +no$/m);
    expect(out).toMatch(/^13\. The stream stalls in the middle +1 +yes$/m);
  });

  it('has two lines for a fault whose shapes differ in that, and one where they do not', async () => {
    const { out } = await farebox(['errors', 'aborted']);
    expect(out.match(/^76\. .*$/gm)).toEqual([
      expect.stringMatching(/ 1 +no$/),
      expect.stringMatching(/ 1 +yes$/),
    ]);
    expect((await farebox(['errors', 'bad-request'])).out.match(/^35\. /gm)).toHaveLength(1);
  });

  it('takes the name that a message has for it, too', async () => {
    const [byKind, byName] = await Promise.all([
      farebox(['errors', 'truncated']),
      farebox(['errors', 'StreamTruncatedError']),
    ]);
    expect(byName).toEqual(byKind);
  });

  it('says so where no fault leads to it', async () => {
    expect((await farebox(['errors', 'budget'])).out).toContain('None of the known faults leads');
  });
});

describe('a word that is no kind exits 2', () => {
  it('with the names most like it', async () => {
    const { code, out, error } = await farebox(['errors', 'timout']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toMatch(/^farebox: ConfigurationError: "timout" is no kind of error\.\n/);
    expect(error).toMatch(
      /\n {2}fix: The nearest names are timeout, .*; farebox errors has them all\.\n$/,
    );
  });

  it('with none where none is like it, also one that objects have by nature', async () => {
    const { code, error } = await farebox(['errors', '§']);
    expect(code).toBe(2);
    expect(error).toContain('fix: No name is like it; farebox errors has them all.');
    expect((await farebox(['errors', '__proto__'])).code).toBe(2);
  });

  it('and does not repeat a key that was pasted for one', async () => {
    const { error } = await farebox(['errors', 'sk-canary-0123456789abcdef']);
    expect(error).not.toContain('canary-0123');
  });
});
