import { describe, expect, it } from 'vitest';
import { answer } from '../fixtures/answer.js';

const text = (system: string, prompt: string, format?: { type: 'json_object' }) =>
  answer({
    model: 'gpt-4o-mini',
    temperature: 0,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: prompt },
    ],
    ...(format && { response_format: format }),
  });
const question = 'Explain a for loop';
const loop = 'for i in range(5):\n    print(i)';

describe('the system message', () => {
  it('that asks for short answers gets two lines, and none gets many', () => {
    expect(text('Give short answers.', question).split('\n')).toHaveLength(2);
    expect(text('You help.', question).split('\n').length).toBeGreaterThan(5);
  });

  it('is outranked on length by the prompt', () => {
    expect(text('Give short answers.', `${question} in one sentence`).split('\n')).toHaveLength(1);
  });

  it('of a tutor makes it friendly, with an example, even when kept brief', () => {
    const system = 'You are a patient programming tutor, with one short example. Keep it brief.';
    expect(text(system, question)).toMatch(
      /^Good question![\s\S]*```python[\s\S]*You’ve got this!$/,
    );
  });

  it('of a debugger names the root cause before the fixed code, whatever should be short', () => {
    const system = 'You are an expert debugger. Name the root cause in one or two sentences.';
    const found = text(system, 'for x in xs: xs.remove(x)');
    expect(found).toMatch(
      /^\*\*Root cause:\*\* The loop changes the list `xs`[\s\S]*\*\*Fixed code:\*\*[\s\S]*```python/,
    );
  });

  it('of a reviewer makes a list, although it speaks of bugs', () => {
    const system = 'You review code. List what matters most first: bugs, then risks, then style.';
    const lines = text(system, 'def avg(xs):\n    return sum(xs) / len(xs)').split('\n');
    expect(lines.filter((line) => line.startsWith('- ')).length).toBeGreaterThanOrEqual(4);
  });

  it.each([
    ['JavaScript', 'for (let i = 0; i < 5; i++) {\n  console.log(i);\n}'],
    ['TypeScript', 'for (let i = 0; i < 5; i++) {\n  console.log(i);\n}'],
    ['Rust', 'fn main() {\n    for i in 0..5 {\n        println!("{}", i);\n    }\n}'],
    ['Java', 'for (int i = 0; i < 5; i++) {\n    System.out.println(i);\n}'],
  ])('of a translator to %s gets code and nothing else', (language, code) => {
    const [comment, ...lines] = text(`You translate code into ${language}.`, loop).split('\n');
    expect(comment).toMatch(/^\/\/ /);
    expect(lines.join('\n')).toBe(code);
  });

  it('of a translator to a language that it does not know gets the truth', () => {
    expect(text('You translate code into Haskell.', loop)).toMatch(/^I am a simulator/);
  });

  it('that wants JSON gets JSON, as does the response format', () => {
    expect(Object.keys(JSON.parse(text('Answer in JSON.', question)))).toEqual(['answer']);
    expect(() => JSON.parse(text('You help.', question, { type: 'json_object' }))).not.toThrow();
  });

  it('of a pirate is heard', () => {
    expect(text('You are a pirate.', question)).toMatch(/^Arr, matey! A for loop/);
  });
});

describe('the prompt', () => {
  it('may ask for a translation without a system message', () => {
    expect(text('', 'Convert to Go: def add(a, b): return a + b')).toContain(
      'func add(a int, b int) int {\n\treturn a + b\n}',
    );
  });

  it('that fits nothing is echoed on one line, cut at 60 characters, without control codes', () => {
    const echoed = text('', `\u001b]0;x\u0007 What\n about ${'very '.repeat(50)}old maps?`);
    expect(echoed).toContain('“]0;x What about very very');
    expect(echoed).toContain('…”');
    for (const code of ['\u001b', '\u0007', '\n']) expect(echoed).not.toContain(code);
  });
});
