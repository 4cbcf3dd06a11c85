import { describe, expect, it } from 'vitest';
import { snippets } from '../corpus/snippets.js';
import { type TargetLanguage, targetLanguages } from '../text/language.js';
import { fillSlots } from '../text/template.js';
import { codeTranslationOf, translationOf } from './translate.js';

/** The code in another language, without the comment above it. */
function translated(code: string, language: TargetLanguage): string | undefined {
  const found = codeTranslationOf(`\`\`\`python\n${code}\n\`\`\``, language);
  return found && fillSlots(found.template, found.slots).split('\n').slice(1).join('\n');
}

/** Python that has the shape, by the name of the snippet. */
const written: Record<string, string> = {
  'numbered loop': 'for i, fruit in enumerate(fruits):\n    print(i, fruit)',
  'loop over a range': 'for i in range(1, 5):\n    print(i * 2)',
  'while loop': 'n = 3\nwhile n > 0:\n    print(n)\n    n -= 1',
  decision: 'if n >= 10:\n    print("big")\nelse:\n    print("small")',
  'filtered list comprehension': 'evens = [n for n in xs if n % 2 == 0]',
  'function of one argument': 'def square(n):\n    return n * n',
  'sum of a list': 'total = sum(prices)',
  'greatest of a list': 'best = max(scores)',
  'length of a list': 'count = len(items)',
  'list of numbers': 'primes = [2, 3, 5]',
  swap: 'a, b = b, a',
  'greeting by name': 'print(f"Hello, {name}!")',
  'list comprehension': 'squares = [n * n for n in xs]',
  function: 'def add(a, b):\n    return a + b',
  'counting loop': 'for i in range(5):\n    print(i)',
  'loop over a list': 'for name in names:\n    print(name)',
  'hello world': 'print("Hello, world!")',
};

describe('a snippet', () => {
  it('has code that shows it, each of more than fifteen', () => {
    expect(Object.keys(written)).toEqual(snippets.map(({ name }) => name));
    expect(snippets.length).toBeGreaterThan(15);
  });

  it.each(
    snippets.flatMap(({ name, targets }) =>
      targetLanguages.map((language) => [name, language, targets[language]] as const),
    ),
  )('%s is known by its shape, and written in %s', (name, language, target) => {
    const code = translated(written[name] ?? '', language) ?? '';
    const frame = target.split(/\{\{.*?\}\}/)[0] ?? '';
    expect(code.startsWith(frame)).toBe(true);
    expect(code).not.toMatch(/\{\{|\[\[/);
  });
});

describe('a translation', () => {
  it.each([
    ['evens = [n for n in xs if n != 0]', 'JavaScript', 'n !== 0'],
    ['evens = [n for n in xs if n != 0]', 'Go', 'if n != 0 {'],
    ['if n == 1:\n    print("a")\nelse:\n    print("b")', 'TypeScript', 'if (n === 1) {'],
    ['def half(n):\n    return n / 2', 'JavaScript', 'return n / 2;'],
    ['print(f"Hi {name}")', 'Rust', 'println!("Hi {}", name);'],
    ['total = sum(prices)  # all of them', 'C++', 'std::accumulate(prices.begin()'],
    ['a, b = b, a', 'Java', 'int kept = a;\na = b;\nb = kept;'],
  ] as const)('of %j to %s has %j', (code, language, expected) => {
    expect(translated(code, language)).toContain(expected);
  });

  it.each([
    ['def half(n):\n    return n / 2', 'Go', 'whole numbers divide otherwise'],
    ['def power(a, b):\n    return a ** b', 'JavaScript', 'an operator of Python'],
    ['ok = [n for n in xs if n and n > 2]', 'Rust', 'a word of Python'],
    ['def f(n):\n    return g(n)', 'Java', 'a call of something unknown'],
    ['total = sum(xs)\nprint(total)', 'Go', 'more than one snippet'],
    ['def f(n):\n    return None', 'C++', 'a value of Python'],
  ] as const)('of %j to %s is none: %s', (code, language, _reason) => {
    expect(translated(code, language)).toBeUndefined();
  });

  it('without a fence may have words around it, and no second piece of code', () => {
    expect(translationOf('Convert to Go:\ntotal = sum(xs)', 'Go')?.template).toContain(':= 0');
    expect(translationOf('To Go:\ntotal = sum(xs)\nprint(total)', 'Go')).toBeUndefined();
  });
});
