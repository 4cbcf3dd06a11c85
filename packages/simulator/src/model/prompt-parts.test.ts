import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf } from './prompt-parts.js';

describe('a prompt', () => {
  it('without fences is words and code at once', () => {
    expect(partsOf('Why? x = 1')).toMatchObject({ prose: 'Why? x = 1', code: 'Why? x = 1' });
  });

  it('with fences has its words outside and its code inside', () => {
    const { prose, code } = partsOf('Fix\n```python\nx = 1\n```\nand\n```\ny = 2\n```\nplease');
    expect(code).toBe('x = 1\n\ny = 2\n');
    expect(prose.split(/\s+/)).toEqual(['Fix', 'and', 'please']);
  });

  it('with a fence that is never closed has code to its end', () => {
    expect(partsOf('Why?\n```\nx = 1').code).toBe('x = 1');
  });

  it.each(['for x in xs: print(x)', 'def f(a):\n    return a', 'total = 0', '[x for x in xs]'])(
    '%j shows code without a fence',
    (prompt) => {
      expect(partsOf(prompt).showsCode).toBe(true);
    },
  );

  it.each(['Explain a for loop in two lines', 'is a == b?', 'What is (x)?', ''])(
    '%j shows no code',
    (prompt) => {
      expect(partsOf(prompt).showsCode).toBe(false);
    },
  );

  it('never has a fence left in its words once it has two', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, inside) => {
        expect(partsOf(`${before}\n\`\`\`\n${inside}`).prose).not.toContain('```');
      }),
    );
  });
});
