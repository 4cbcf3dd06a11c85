import { describe, expect, it, test } from 'vitest';
import { closesFence, codeLine, openedFence } from './code-fence.js';

test.each([
  ['```', { mark: '```', indent: 0, language: '' }],
  ['```python', { mark: '```', indent: 0, language: 'python' }],
  ['  ~~~~ js x ', { mark: '~~~~', indent: 2, language: 'js x' }],
  ['```a`b', undefined],
  ['``', undefined],
  ['    ```', undefined],
])('%j opens %j', (line, expected) => {
  expect(openedFence(line)).toEqual(expected);
});

describe('a block that began with two blanks and four marks', () => {
  const fence = { mark: '````', indent: 2, language: '' };

  it('is closed by as many marks or more, and by nothing less', () => {
    expect(closesFence('````', fence)).toBe(true);
    expect(closesFence('  `````  ', fence)).toBe(true);
    for (const line of ['```', '~~~~', '```` x', '    ````', 'a ````']) {
      expect(closesFence(line, fence)).toBe(false);
    }
  });

  it('has its lines without these blanks, and no others', () => {
    expect(['a', '  a', '   a', ' a'].map((line) => codeLine(line, fence))).toEqual([
      'a',
      'a',
      ' a',
      'a',
    ]);
  });
});
