import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitedCopy } from './limited-copy.js';

describe('limitedCopy', () => {
  it('copies what fits as JSON would, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const before = JSON.stringify(value);
        const { value: copied, truncated } = limitedCopy(value, 100_000);
        expect(JSON.stringify(copied)).toBe(before);
        expect(truncated).toBe(false);
      }),
    );
  });

  it('is of at most so many characters and the marks that say what is missing', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 4 }),
        fc.integer({ min: 0, max: 200 }),
        (value, most) => {
          const { value: copied, truncated } = limitedCopy(value, most);
          const texts = JSON.stringify(copied).match(/[^\W_]/g) ?? [];
          const marks = JSON.stringify(copied).match(/more characters/g)?.length ?? 0;
          // A number, of up to 21 digits, counts as one, as do true, false and null.
          expect(texts.length).toBeLessThanOrEqual(25 * (most + 1) + 30 * marks);
          if (JSON.stringify(copied) !== JSON.stringify(value)) expect(truncated).toBe(true);
        },
      ),
    );
  });

  it('cuts a text where the room ends, says how much more there was, and leaves out what comes after', () => {
    const { value, truncated } = limitedCopy(['a'.repeat(5), ' b '.repeat(10), 'gone'], 15);
    expect(value).toEqual(['aaaaa', ' b  b  …[23 more characters]']);
    expect(truncated).toBe(true);
  });

  it('cuts an answer of 16 MB in a moment', { timeout: 30_000 }, () => {
    const content = 'What was said. '.repeat(1_118_482);
    const { value, truncated } = limitedCopy([{ message: { content } }], 262_144);
    const [{ message }] = value as [{ message: { content: string } }];
    expect(message.content.length).toBeLessThan(262_200);
    expect(message.content).toMatch(/…\[165\d{5} more characters\]$/);
    expect(truncated).toBe(true);
  });

  it('keeps of an image or a recording only how it begins', () => {
    const url = `data:image/png;base64,${'iVBORw0KGgo/'.repeat(1000)}`;
    const { value, truncated } = limitedCopy({ url, after: 'a question' }, 100_000);
    expect(value).toEqual({
      url: expect.stringMatching(/^data:image\/png;base64,.{0,60}…\[11958 more characters\]$/),
      after: 'a question',
    });
    expect(truncated).toBe(true);
    const long = { value: 'word '.repeat(1000), chinese: '字'.repeat(5000) };
    expect(limitedCopy(long, 100_000)).toEqual({ value: long, truncated: false });
  });

  it('has no key in it, given or recognised, in texts and in names', () => {
    const secret = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
    const key = 'sk-proj-canary0123456789';
    const value = { [key]: `x ${secret} y`, list: [`Authorization: Bearer ${key}`], [secret]: 1 };
    const copied = JSON.stringify(limitedCopy(value, 10_000, [secret]));
    expect(copied).not.toContain('canary');
    expect(copied).not.toContain(secret.slice(0, 12));
    expect(copied).toContain('[redacted]');
  });

  it('takes what no request can be, because a receipt waits for it', () => {
    const circular: Record<string, unknown> = { text: 'x' };
    circular.itself = [circular];
    const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`);
    const odd = { big: 5n, when: new Date(0), never: new Date(Number.NaN), nan: Number.NaN };
    for (const value of [circular, deep, odd, undefined, () => 1, Symbol('x')]) {
      expect(() => JSON.stringify(limitedCopy(value, 1000).value)).not.toThrow();
    }
    expect(limitedCopy(deep, 10_000).truncated).toBe(true);
    expect(limitedCopy(odd, 1000).value).toMatchObject({
      big: '5',
      when: '1970-01-01T00:00:00.000Z',
    });
  });
});
