import { describe, expect, it } from 'vitest';
import { answer } from '../fixtures/answer.js';
import { subjectOf } from './subject.js';

const text = (content: string) =>
  answer({ model: 'gpt-4o-mini', messages: [{ role: 'user', content }], temperature: 0 });
const fenced = (code: string) => `\`\`\`python\n${code}\n\`\`\``;
const skipping = 'for item in items:\n    if item < 0:\n        items.remove(item)';
const counting = 'for i in range(3):\n    print(i)';
const averaging = 'def mean(xs):\n    return sum(xs) / len(xs)';

describe('code with a mistake', () => {
  it.each([
    `What is wrong with this code?\n\n${fenced(skipping)}`,
    `why does my loop skip items?\n${fenced(skipping)}\nI use Python 3.12.`,
    `Hi! I have a function in my project that cleans up a list.\nIt is for a class at school.\n\n${fenced(skipping)}\n\nIt does not work. Can you explain?`,
    `debug this: ${skipping}`,
    `My test fails with streaming:\n${fenced(skipping)}`,
    `help me fix it\n\`\`\`\n${skipping}`,
  ])('is answered about that mistake: %j', (prompt) => {
    expect(text(prompt)).toMatch(/^The loop changes the list `items` while/);
  });

  it('is found in any of several fences', () => {
    const prompt = `This works:\n${fenced('x = 1')}\nand this does not:\n${fenced(skipping)}`;
    expect(text(prompt)).toContain('changes the list `items`');
  });

  it('words outside the fence may name a mistake that the code does not show', () => {
    expect(text(`Why do I get a KeyError?\n${fenced('print(d["b"])')}`)).toContain('KeyError');
  });
});

describe('code without a known mistake', () => {
  it.each([
    `What is wrong with this code?\n${fenced(counting)}`,
    `Why doesn't my for loop work?\n${fenced(counting)}`,
    `fix this\n${fenced('print("class", token)')}`,
  ])('gets the truth, whatever subject its words touch: %j', (prompt) => {
    expect(text(prompt)).toMatch(/^I am a simulator.*I recognise only classic Python mistakes/);
  });

  it('does not hide a subject that is named outright', () => {
    const prompt = `Why do I get a RateLimitError here?\n${fenced('client.chat()')}`;
    expect(text(prompt)).toContain('limit how many requests and tokens');
  });
});

describe('code to be translated', () => {
  it.each([
    `Convert this to JavaScript:\n${fenced(counting)}`,
    `${fenced(counting)}\nHow would I write this in JavaScript?`,
    `What does this look like in js?\n${fenced(counting)}`,
    `I need the JavaScript version of this.\n${fenced(counting)}`,
    `Please rewrite the following Python code in plain JavaScript.\n\n${fenced(counting)}\n\nThanks!`,
  ])('comes back as code: %j', (prompt) => {
    expect(text(prompt)).toMatch(
      /^\/\/ Translated from Python.*\nfor \(let i = 0; i < 3; i\+\+\) \{/,
    );
  });

  it('is never answered with other code than was given', () => {
    const prompt = `Translate this function to Go:\n${fenced('def f(a):\n    return g(a)(a)')}`;
    expect(text(prompt)).toMatch(/^I am a simulator/);
  });

  it('a loop over a list called go is no wish for Go', () => {
    expect(text('Why does this fail?\nfor x in go: go.remove(x)')).toContain(
      'changes the list `go`',
    );
  });
});

describe('a subject in another language', () => {
  it.each([
    ['Explain a for loop in JavaScript', 'for (const fruit of fruits) {'],
    ['What is a class in TypeScript?', 'constructor(owner: string) {'],
    ['write calculate_cost in plain js', 'function calculateCost(inputTokens, outputTokens,'],
    ['How do I check finish_reason using TypeScript?', "choice?.finish_reason === 'length'"],
  ])('%j has its code in that language, and no Python', (prompt, code) => {
    expect(text(prompt)).toContain(code);
    expect(text(prompt)).not.toContain('```python');
  });
});

describe('code to be reviewed', () => {
  it.each([
    `Review this function:\n${fenced(averaging)}`,
    `Any feedback on this?\n${fenced(averaging)}`,
    `How can I improve this code?\n${fenced(averaging)}`,
    `what do you think of my function\n${averaging}`,
  ])('gets a list, the gravest point first: %j', (prompt) => {
    expect(text(prompt)).toMatch(/^Here is my review.*\n\n- \*\*Edge case:\*\* an empty list/);
  });
});

it.each(['a', 'x1', '_'])('a word of a million characters (%s…) is looked through once', (part) => {
  // For each of its letters once more, it would take half an hour.
  const word = part.repeat(1_000_000 / part.length);
  expect(subjectOf(word, true)).toBeUndefined();
  expect(subjectOf(`What is wrong here?\n\`\`\`python\n${word} = 1\n\`\`\``)).toBeUndefined();
});
