import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer } from '../fixtures/answer.js';
import { authoredAnswer } from '../model/authored-answer.js';
import { targetLanguages } from '../text/language.js';
import { segmentsOf } from '../text/template.js';
import { bugs } from './bugs.js';
import { exercises } from './exercises.js';
import { pieces } from './pieces.js';
import { snippets } from './snippets.js';
import { topics } from './topics.js';

/** A request that must find the topic, by its name. */
const questions = topics.map(({ name }) => [name, `Explain ${name}`] as const);

/** Code that has the mistake, by its name. */
const broken: Record<string, string[]> = {
  'a dictionary changed while iterating': [
    'for k in scores:\n    if scores[k] < 0:\n        del scores[k]',
    'for k in d.keys(): d.pop(k)',
  ],
  'a list changed while iterating': [
    'for x in xs: xs.remove(x)',
    'def clean(items):\n    for item in items:\n        if item < 0:\n            items.remove(item)\n    return items',
    'for n in numbers:\n  if n % 2 == 0:\n    numbers.pop(0)',
  ],
  'a list shortened under its index loop': [
    'for i in range(len(xs)):\n    if xs[i] == 0:\n        xs.pop(i)',
    'for i in range(len(xs)): del xs[i]',
  ],
  'off-by-one ranges': [
    'for i in range(len(items) + 1):\n    print(items[i])',
    'for i in range(len(xs)):\n    print(xs[i] - xs[i + 1])',
    'i = 0\nwhile i <= len(xs):\n    print(xs[i])\n    i += 1',
  ],
  'a missing dictionary key': [
    'counts = {}\nfor word in words:\n    counts[word] += 1',
    'd = {"a": 1}\nprint(d["b"])  # KeyError: why?',
  ],
  'the result of an in-place method': ['xs = xs.sort()', 'ordered = xs.sort()\nprint(ordered)'],
  'a mutable default argument': [
    'def add(item, items=[]):\n    items.append(item)\n    return items',
    'def log(message, seen: dict = {}):\n    seen[message] = 1\n    return seen',
  ],
  'late-binding closures': [
    'fs = [lambda: i for i in range(3)]\nprint([f() for f in fs])',
    'fs = []\nfor i in range(3):\n    fs.append(lambda: i * 2)',
  ],
  'a missing return': [
    'def add(a, b):\n    total = a + b\nprint(add(1, 2))',
    'def double(n):\n    n * 2\nresult = double(4)',
  ],
  'shadowed builtins': ['list = [1, 2]\nprint(list("ab"))', 'sum = 0\nfor n in ns:\n    sum += n'],
  'integer and true division': [
    'def average(xs):\n    return sum(xs) // len(xs)',
    'middle = xs[len(xs) / 2]',
    'for i in range(n / 2): print(i)',
  ],
  '`is` instead of `==`': ['if answer is 1000:\n    print("yes")', 'if name is "Ada": print(1)'],
  'joining text and numbers': [
    'age = 5\nprint("You are " + age)',
    'print("Count: " + len(xs))',
    'n = input("n? ")\nprint(n + 1)',
  ],
  'files left open': ['f = open("a.txt")\ntext = f.read()', 'data = open(path).read()'],
};

/** Code without any of the mistakes, however close it looks. */
const sound = [
  'for x in xs: print(x)',
  'for x in xs[:]:\n    xs.remove(x)',
  'for x in list(xs):\n    xs.remove(x)',
  'for x in xs:\n    print(x)\nxs.remove(3)',
  'def f(xs):\n    for x in xs:\n        print(x)\n    xs.remove(3)\n    return xs',
  'for x in xs:\n    ys.append(x)',
  'def add(item, items=None):\n    return items',
  'with open("a.txt") as file:\n    text = file.read()',
  'fs = [lambda i=i: i for i in range(3)]',
  'if answer is None:\n    pass',
  'def add(a, b):\n    return a + b',
  'xs.sort()\nprint(xs)',
  'for i in range(len(xs)):\n    print(xs[i])',
];

const text = (prompt: string, system?: string) => {
  const instructions = system === undefined ? [] : [{ role: 'system' as const, content: system }];
  const messages = [...instructions, { role: 'user' as const, content: prompt }];
  return answer({ model: 'gpt-4o-mini', messages, temperature: 0 });
};
const templateFor = (prompt: string, system?: string) => {
  const instructions = system === undefined ? [] : [{ role: 'system' as const, content: system }];
  const messages = [...instructions, { role: 'user' as const, content: prompt }];
  return authoredAnswer({ model: 'gpt-4o-mini', messages }).template;
};
const followedUp = (...prompts: string[]) =>
  authoredAnswer({
    model: 'gpt-4o-mini',
    messages: prompts.map((content) => ({ role: 'user' as const, content })),
  }).template;
const variants = (template: string) =>
  segmentsOf(template).reduce((product, segment) => product * segment.length, 1);

describe('questions', () => {
  it.each(questions)('a question about %s is answered, short and long', (name, question) => {
    const topic = topics.find((candidate) => candidate.name === name);
    expect(templateFor(`${question} in two lines`)).toBe(topic?.brief.join('\n'));
    expect(templateFor(`${question} in one sentence`)).toBe(topic?.brief[0]);
    expect(templateFor(question)).toContain(topic?.explanation);
    expect(text(`${question} in two lines`).split('\n')).toHaveLength(2);
  });

  it.each([
    ['What is an API call?', 'API calls'],
    ['What does finish_reason mean?', 'finish_reason'],
    ['What is the anatomy of a response?', 'the response object'],
    ['How does temperature work?', 'temperature'],
    ['What is a token and what does it cost?', 'tokens and cost'],
    ['Why should I use exponential backoff?', 'retries and backoff'],
    ['What is a Python decorator?', 'decorators'],
    ['how do I write a function in python', 'functions'],
    ['What does a system prompt do?', 'system messages'],
  ])('%s is about %s', (question, name) => {
    const topic = topics.find((candidate) => candidate.name === name);
    expect(templateFor(question)).toContain(topic?.explanation);
  });
});

describe('bugs', () => {
  it('each of them has code that shows it', () => {
    expect(Object.keys(broken).toSorted()).toEqual(bugs.map(({ name }) => name).toSorted());
  });

  it.each(
    Object.entries(broken).flatMap(([name, codes]) => codes.map((code) => [name, code] as const)),
  )('%s is found in %j, and nothing else is', (name, code) => {
    const bug = bugs.find((candidate) => candidate.name === name);
    const template = templateFor(code, 'You are an expert debugger.');
    expect(template).toContain(`**Root cause:** ${bug?.cause}`);
    expect(template).toContain(bug?.fix);
  });

  it.each(sound)('none is found in %j', (code) => {
    expect(text(code, 'You are an expert debugger.')).toMatch(/^I am a simulator/);
  });

  it('the answer speaks of the names in the code', () => {
    const found = text('for user in users:\n    users.remove(user)', 'Find the bug.');
    expect(found).toContain(
      'users = [user for user in users if not (user <= 0)]  # put your own condition here',
    );
  });

  it.each([
    [
      'for x in xs:\n    if x % 2 == 0:\n        xs.remove(x)',
      'xs = [x for x in xs if not (x % 2 == 0)]\n',
    ],
    [
      'for i in range(len(ns)):\n    if ns[i] == "":\n        del ns[i]',
      'ns = [value for value in ns if not (value == "")]\n',
    ],
    [
      'for i in range(len(ns)):\n    if rows[ns[i]].is_old():\n        ns.pop(i)',
      'ns = [value for value in ns if not (value <= 0)]  # put your own condition here\n',
    ],
  ])('the mended code keeps what %j was to keep', (code, mended) => {
    expect(text(code, 'Find the bug.')).toContain(mended);
  });
});

describe('every answer', () => {
  const all: [string, string][] = [
    ...topics.flatMap(({ name }): [string, string][] => [
      [`${name}, long`, templateFor(`Explain ${name}`)],
      [`${name}, short`, templateFor(`Explain ${name} briefly`)],
      [`${name}, taught`, templateFor(`Explain ${name}`, 'You are a friendly tutor. Be brief.')],
    ]),
    ...topics.flatMap(({ name, example }): [string, string][] => [
      [`${name}, by example`, followedUp(`Explain ${name}`, 'Give me an example')],
      ...(example.typescript === undefined
        ? []
        : [
            [`${name}, in JavaScript`, followedUp(`Explain ${name}`, 'In JavaScript?')] as [
              string,
              string,
            ],
          ]),
    ]),
    ...exercises.flatMap(({ name }): [string, string][] => [
      [`${name}, whole`, templateFor(`Write ${name}`)],
      [`${name}, short`, templateFor(`Write ${name}, briefly`)],
      [`${name}, in JavaScript`, followedUp(`Write ${name}`, 'In JavaScript?')],
      [`${name}, missing`, followedUp(`Write ${name}`, 'In Rust?')],
    ]),
    ...bugs.flatMap(({ name, cause, lesson }): [string, string][] => [
      [name, `${cause}\n${lesson}`],
    ]),
    ...pieces.map(({ name, text: template }): [string, string] => [name, template]),
    ...snippets.flatMap(({ name, comment, targets }) =>
      targetLanguages.map((language): [string, string] => [
        `${name} in ${language}`,
        `${comment}\n${targets[language]}`,
      ]),
    ),
    ['thanks', followedUp('Explain recursion', 'Thanks!')],
    ['a review', templateFor('def f(xs):\n    return xs', 'You are a code reviewer.')],
    ['an unknown topic', templateFor('What is the capital of France?')],
    ['unknown code', templateFor('x = 1', 'You are a debugger.')],
  ];

  it.each(all)('%s has at least 1,024 variants', (_, template) => {
    expect(variants(template)).toBeGreaterThanOrEqual(1024);
  });

  it.each(all)('%s has no empty, doubled or half-open choice', (_, template) => {
    expect(template.split('[[').length).toBe(template.split(/\]\](?!\])/).length);
    expect(template.match(/\[\[/g)?.length).toBe(template.match(/\]\](?!\])/g)?.length);
    for (const segment of segmentsOf(template)) {
      expect(new Set(segment).size).toBe(segment.length);
      if (segment.length > 1) for (const part of segment) expect(part).toMatch(/^\S(.*\S)?$/);
    }
  });
});

describe('any prompt', () => {
  it('is answered in little time, and repeats at temperature 0', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (prompt) => {
        expect(text(prompt)).toBe(text(prompt));
      }),
    );
  });

  it.each([
    'for x in ',
    'def f(',
    '"a" + ',
    'lambda: i ',
    '[x for x in xs',
    '\n    ',
    '```',
    'api error ',
    'temprature ',
    'gpt free stream key ',
  ])('however often it repeats %j, no pattern takes long', (part) => {
    const started = performance.now();
    text(part.repeat(100_000), 'You are a debugger.');
    text(part.repeat(100_000), 'You are a reviewer.');
    text(part.repeat(100_000), 'Translate to Go.');
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
