import { describe, expect, it } from 'vitest';
import { remarks } from '../corpus/remarks.js';
import { fillSlots, segmentsOf } from '../text/template.js';
import { reviewOf } from './review.js';
import { readStyle } from './style.js';

/** The points of a review, at temperature 0. */
function pointsOf(code: string, prompt = 'Review this'): string[] {
  const asked = `${prompt}:\n\`\`\`python\n${code}\n\`\`\``;
  const style = readStyle({ instructions: '', prompt: asked, answered: false }, undefined);
  const review = reviewOf(asked, style);
  const text = segmentsOf(review?.template ?? '').map(([first]) => first);
  return fillSlots(text.join(''), review?.slots ?? {})
    .split('\n')
    .filter((line) => line.startsWith('- '));
}

/** Code that deserves the remark, and what the remark says in the names of that code. */
const deserving: Record<string, [code: string, says: string]> = {
  eval: ['def run(text):\n    return eval(text)', '`eval` runs whatever'],
  'a secret in the code': ['service_token = "abcdef123456"', '`service_token` holds a secret'],
  'SQL put together as text': ['db.execute(f"select * from {table}")', 'given to `execute`'],
  'a bare except': ['x = 1\ntry:\n    go()\nexcept:\n    stop()', 'bare `except:`'],
  'an error that is ignored': [
    'x = 1\ntry:\n    go()\nexcept OSError:\n    pass',
    '`OSError` is caught and ignored',
  ],
  'division by a length': ['def mean(ages):\n    return sum(ages) / len(ages)', '`len(ages)`'],
  'a global variable': ['def tick():\n    global clicks\n    clicks += 1', 'global `clicks`'],
  'a wildcard import': ['from math import *\nx = sqrt(2)', '`from math import *`'],
  'text joined in a loop': ['line = ""\nfor w in words:\n    line += str(w)', '`line +=`'],
  'nested loops': [
    'for left in xs:\n    for right in ys:\n        check(left, right)',
    'loop over `right` runs anew for each `left`',
  ],
  'a comparison with None': ['found = user == None', 'compare `user` with `None`'],
  'a comparison with True': ['def f(done):\n    return done == True', '`done == True`'],
  'a type that is compared': ['ok = type(value) == int', '`type(value)`'],
  'range of a length': ['for i in range(len(rows)):\n    show(rows[i])', '`rows` itself'],
  'too many parameters': ['def draw(a, b, c, d, e, f):\n    return a', '`draw` takes 6 parameters'],
  'an unused variable': ['def f(a):\n    spare = 1\n    return a', '`spare` is set and never used'],
  'a magic number': ['def due(days):\n    return days > 37', 'does `37` stand for'],
  'a print left from debugging': [
    'def f(total):\n    print(total)\n    return total',
    '`print(total)` looks like',
  ],
  'a result that is printed': ['def show(total):\n    print(total)', '`show` prints its result'],
  'missing type hints': ['def join(parts):\n    return parts', '`join` has no type hints'],
  'a missing docstring': ['def join() -> int:\n    return 1', 'a one-line docstring'],
  'a name that says little': ['def foo():\n    return 1', 'the name `foo` says little'],
  'a name in camel case': ['def getUser():\n    return 1', '`getUser` is camel case'],
  'a long function': [`def work():\n${'    go()\n'.repeat(31)}`, 'split `work`'],
  'deep nesting': [
    'for a in x:\n    if a:\n        if b:\n            if c:\n                if d:\n                    go()',
    'the `if` four levels deep',
  ],
};

describe('a review', () => {
  it('has code for each of its remarks', () => {
    expect(Object.keys(deserving)).toEqual(remarks.map(({ name }) => name));
  });

  it.each(Object.entries(deserving).map(([name, [code, says]]) => [name, code, says] as const))(
    'remarks on %s, in the names of the code',
    (_, code, says) => {
      expect(pointsOf(code).join('\n')).toContain(says);
    },
  );

  it('names classic mistakes first, with their cure', () => {
    const [first] = pointsOf('def add(x, seen=[]):\n    seen.append(x)\n    return seen == None');
    expect(first).toMatch(/^- \*\*Bug:\*\* The default value of `seen` .*Use `None`/);
  });

  it('of two remarks with the same slot keeps the names apart', () => {
    const points = pointsOf('def f(a):\n    return a == None or type(b) == int').join('\n');
    expect(points).toContain('`a`');
    expect(points).toContain('`type(b)`');
  });

  it('makes as many points as are asked for, and no more than ten', () => {
    const all = Object.values(deserving).map(([code]) => code);
    expect(pointsOf(all.join('\n')).length).toBeLessThanOrEqual(10);
    expect(pointsOf(all.join('\n'), 'Review in 3 bullet points')).toHaveLength(3);
    expect(pointsOf(all.join('\n'), 'Review briefly')).toHaveLength(2);
  });

  it('praises only code that has earned it', () => {
    expect(pointsOf('def add(a, b):\n    return a + b').at(-1)).toContain('**Good:**');
    const poor = Object.values(deserving)
      .map(([code]) => code)
      .join('\n');
    expect(pointsOf(poor).join('\n')).not.toContain('**Good:**');
  });
});
