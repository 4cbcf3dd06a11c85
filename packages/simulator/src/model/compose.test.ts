import { describe, expect, it } from 'vitest';
import { answer } from '../fixtures/answer.js';

/** The answer to the last of these user messages, each earlier one with an answer after it. */
function after(...prompts: string[]) {
  const earlier = prompts.slice(0, -1).flatMap((content) => [
    { role: 'user' as const, content },
    { role: 'assistant' as const, content: 'An answer.' },
  ]);
  const last = { role: 'user' as const, content: prompts.at(-1) ?? '' };
  const messages = [...earlier, last];
  return answer({ model: 'gpt-4o-mini', messages, temperature: 0 });
}

describe('after an answer', () => {
  it('"shorter please" gives its two lines, and one sentence if it had two', () => {
    expect(after('Explain a for loop', 'shorter please')).toBe(
      after('Explain a for loop in two lines'),
    );
    expect(after('Explain a for loop in two lines', 'shorter please')).toBe(
      after('Explain a for loop in one sentence'),
    );
  });

  it('"tell me more" gives the long answer to a question that wanted a short one', () => {
    expect(after('What is a token, in two lines?', 'tell me more')).toBe(after('What is a token?'));
  });

  it('"give me an example" gives the example and speaks of the subject', () => {
    const example = after('What is recursion?', 'give me an example');
    expect(example).toMatch(/^Sure\. Here is a small example of recursion:\n\n```python\ndef fact/);
  });

  it('"and in JavaScript?" gives the same code in JavaScript', () => {
    const task = 'Write a function that returns the second largest of a list';
    expect(after(task, 'and in JavaScript?')).toContain('```javascript\nfunction secondLargest(');
    expect(after(task, 'and in TypeScript?')).toContain('(numbers: number[]): number | undefined');
    expect(after(task, 'and in JavaScript?', 'and in Python?')).toBe(after(task));
    expect(after('What is a generator?', 'and in JavaScript?')).toContain('function* countdown');
    expect(after('Explain a for loop', 'in Go?')).toContain('for i := 0; i < 5; i++');
  });

  it('a language without code is said to be missing, with the subject’s name', () => {
    expect(after('Write a retry wrapper', 'and in Rust?')).toMatch(
      /^I have no Rust version of a retry wrapper in store/,
    );
    expect(after('for x in xs: xs.remove(x)', 'and in Go?')).toContain(
      'no Go version of a list changed while iterating',
    );
  });

  it('code that was translated is translated again', () => {
    const first = 'Convert to Go: for i in range(5): print(i)';
    expect(after(first, 'and in Rust?')).toContain('for i in 0..5 {');
    expect(
      after('What does this print?\n```\nfor i in range(5): print(i)\n```', 'in Java?'),
    ).toContain('System.out.println(i);');
  });

  it('thanks are taken, with what they are for', () => {
    expect(after('What is streaming?', 'thanks')).toContain('If anything about streaming is');
    expect(after('thanks')).toMatch(/^You’re welcome!/);
  });

  it('a bug stays the subject, in short and as code', () => {
    const code = 'for user in users:\n    users.remove(user)';
    expect(after(code, 'shorter please').split('\n')).toHaveLength(2);
    expect(after(code, 'show me the code')).toContain('users = [user for user in users');
  });

  it('a review gets short, too', () => {
    const review = 'Review this:\n```python\ndef f(xs):\n    return xs\n```';
    const points = (text: string) => text.split('\n').filter((line) => line.startsWith('- '));
    expect(points(after(review)).length).toBeGreaterThan(2);
    expect(points(after(review, 'shorter please'))).toHaveLength(2);
  });

  it('follow-ups in a row all go back to the question', () => {
    expect(after('Explain recursion', 'thanks', 'in js?', 'shorter please')).toBe(
      after('Explain recursion in two lines'),
    );
  });

  it('a new question leaves the old one behind', () => {
    expect(after('Explain recursion', 'What is a token?')).toBe(after('What is a token?'));
    expect(after('Explain recursion', 'What is a token?', 'shorter')).toBe(
      after('What is a token, briefly?'),
    );
  });
});

describe('without a question before it', () => {
  it.each(['shorter please', 'and in JavaScript?', 'tell me more'])(
    '%j gets the truth',
    (prompt) => {
      expect(after(prompt)).toMatch(/^I am a simulator/);
    },
  );

  it('a question that is more than 20 messages away is forgotten', () => {
    const thanks = Array.from({ length: 20 }, () => 'thanks');
    expect(after('Explain recursion', ...thanks.slice(1), 'shorter')).toContain('calls itself');
    expect(after('Explain recursion', ...thanks, 'shorter')).toMatch(/^I am a simulator/);
  });
});
