import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.js';

it.each([
  ['{"b":1,"a":{"d":2,"c":[3, 4]}}', '{"a":{"c":[3,4],"d":2},"b":1}'],
  ['1.0', '1'],
  ['{"__proto__":1,"a":2}', '{"__proto__":1,"a":2}'],
  ['not JSON', 'not JSON'],
  ['', ''],
])('%s', (text, canonical) => {
  expect(canonicalJson(text)).toBe(canonical);
});

it('what is too deep to be walked is its own text', () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  expect(canonicalJson(deep)).toBe(deep);
});

it('says the same for every order of members, and another thing for another value', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (members, other) => {
      const entries = Object.entries(members);
      const text = JSON.stringify(members);
      const reversed = `{ ${entries
        .toReversed()
        .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
        .join(' , ')} }`;
      expect(canonicalJson(reversed)).toBe(canonicalJson(text));
      const changed = JSON.stringify({ ...members, more: [other] });
      expect(canonicalJson(changed) === canonicalJson(text)).toBe(
        JSON.stringify(members.more) === JSON.stringify([other]),
      );
    }),
    { numRuns: 200 },
  );
});
