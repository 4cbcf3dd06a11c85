import { expect, test } from 'vitest';
import { withAssertions } from './assertions.ts';

const instrument = (code: string) => withAssertions({ path: 'R.md', line: 10, code, runs: true });

test('an expression with a value becomes an assertion on the same line', () => {
  expect(instrument('const a = 1;\na + 1; // => 2')).toBe(
    'const a = 1;\nexpectEqual((a + 1), (2), "R.md:11"); // => 2',
  );
});

test('a missing semicolon changes nothing', () => {
  expect(instrument('f() // => [1, 2]')).toBe(
    'expectEqual((f()), ([1, 2]), "R.md:10"); // => [1, 2]',
  );
});

test('what console.log would print is what is compared', () => {
  expect(instrument("console.log(a.b); // => 'x'")).toContain("expectEqual((a.b), ('x')");
});

test('an awaited expression is awaited inside the assertion', () => {
  expect(instrument('await f(); // => 1')).toContain('expectEqual((await f()), (1)');
});

test('a thrown error is named by a part of its name or message', () => {
  expect(instrument('f(); // => throws BudgetExceededError')).toContain(
    'await expectThrow(async () => (f()), "BudgetExceededError", "R.md:10")',
  );
});

test('an expression over several lines may end with its value', () => {
  expect(instrument('f(\n  1,\n); // => 2')).toBe(
    'expectEqual((f(\n  1,\n)), (2), "R.md:12"); // => 2',
  );
});

test('an assertion inside an asserted expression stays whole', () => {
  expect(instrument('f(() => {\n  a; // => 1\n}); // => 2')).toBe(
    'expectEqual((f(() => {\n  expectEqual((a), (1), "R.md:11"); // => 1\n})), (2), "R.md:12"); // => 2',
  );
});

test('other comments stay comments', () => {
  const code = 'f(); // costs 3\n// => not one\n'.split('\n')[0] ?? '';
  expect(instrument(code)).toBe(code);
});

test('a value without an expression on its line is refused with its place', () => {
  expect(() => instrument('const a = 1; // => 1')).toThrow('R.md:10  "// =>" must follow');
  expect(() => instrument('f();\n// => 1')).toThrow('R.md:11  "// =>" must follow');
});

test('prose after the arrow is refused, because nothing could check it', () => {
  expect(() => instrument('f(); // => about three')).toThrow('is not a value: about three');
});

test('code that does not parse is refused with the place of the fence', () => {
  expect(() => instrument('const = 1')).toThrow('R.md:10  ');
});
