import { describe, expect, it } from 'vitest';
import { answer } from '../fixtures/answer.js';

const text = (system: string, ...prompts: string[]) =>
  answer({
    model: 'gpt-4o-mini',
    temperature: 0,
    messages: [
      { role: 'system', content: system },
      ...prompts.flatMap((content, index) => [
        ...(index === 0 ? [] : [{ role: 'assistant' as const, content: 'An answer.' }]),
        { role: 'user' as const, content },
      ]),
    ],
  });
const question = 'What is recursion?';
const sentences = (said: string) => said.split(/(?<=[.!?]) /).length;

describe('the same question under different system messages', () => {
  it('has a different answer for each audience, voice and register', () => {
    const systems = [
      'You help.',
      'You are a patient tutor.',
      'You teach children to code.',
      'Your readers are senior engineers.',
      'You are a pirate.',
      'Speak like Shakespeare.',
      'You are a terse Unix greybeard.',
      'Use the Socratic method.',
      'Write in a formal tone.',
      'Be casual.',
      'Be brief.',
      'Answer in JSON.',
    ];
    expect(new Set(systems.map((system) => text(system, question))).size).toBe(systems.length);
  });

  it('a child hears a comparison without code, an expert hears of limits and costs', () => {
    expect(text('You teach children.', question)).toMatch(/^Recursion is like a doll[^`]*$/);
    expect(text('Your readers are senior engineers.', question)).toContain('tail-call');
    expect(text('Your readers are experts.', `${question} Explain it like I’m five`)).toMatch(
      /like a doll/,
    );
  });

  it('a child is told of a mistake in words, and a debugger mends the code all the same', () => {
    const code = 'for x in xs: xs.remove(x)';
    expect(text('', `Explain this bug to a child: ${code}`)).toMatch(/^It is like [^`]*$/);
    expect(text('You are a debugger who helps kids.', code)).toMatch(
      /^It is like [\s\S]*\*\*Fixed code:\*\*\n\n```python/,
    );
  });

  it('a greybeard says one sentence and shows the code', () => {
    const said = text('You are a terse Unix greybeard.', question);
    expect(said).toMatch(
      /^Recursion is [^\n]*\n\n```python[\s\S]*```\n\nThe manual has the rest\.$/,
    );
  });

  it('a Socratic teacher asks before answering', () => {
    const said = text('Use the Socratic method.', question);
    expect(said.indexOf('?')).toBeLessThan(said.indexOf('smaller'));
    expect(said).toMatch(/\?$/);
  });

  it('a register changes the words, and no code', () => {
    const casual = text('Be casual.', 'What is an exception?');
    const formal = text('Be formal.', 'What is an exception?');
    expect(casual).toContain('Python can’t go on');
    expect(formal).toContain('Python cannot go on');
    const code = (said: string) => /```[\s\S]*```/.exec(said)?.[0];
    expect(code(casual)).toBe(code(formal));
  });

  it('a named persona says its name in the first answer, and not again', () => {
    const system = 'You are Grace, a patient tutor.';
    expect(text(system, question)).toMatch(/^I am Grace\. Good question!/);
    expect(text(system, question, 'What is a token?')).not.toContain('Grace');
    expect(text(system, `${question} In 3 sentences.`)).toMatch(/^Grace here: /);
  });
});

describe('a form that is asked for', () => {
  it.each([3, 4, 5, 6])('%d sentences are that many', (count) => {
    const said = text('', `${question} In ${count} sentences.`).replace(/```[\s\S]*?```\n\n/, '');
    expect(sentences(said.replace(/\n\n/g, ' '))).toBe(count);
  });

  it.each([3, 4, 5])('%d bullet points are that many', (count) => {
    const lines = text('', `${question} In ${count} bullet points.`).split('\n');
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(count);
  });

  it('a list has its mark before every point, steps their number', () => {
    expect(text('', `${question} As a list.`)).toMatch(/^(?:- .+\n?)+$/);
    expect(text('', `${question} In 3 steps.`)).toMatch(/^1\. .+\n2\. .+\n3\. .+$/);
  });

  it.each([
    ['in one word', 1],
    ['in 3 words', 3],
    ['in 7 words', 7],
    ['in ten words', 10],
    ['in under 40 words', 39],
    ['in 100 words', 100],
  ])('%s is no longer', (form, count) => {
    const words = text('', `${question} Answer ${form}.`).split(/\s+/).length;
    expect(words).toBeLessThanOrEqual(count);
    expect(words).toBeGreaterThan(count / 3);
  });

  it('a voice begins a list and counted sentences, and adds none', () => {
    const system = 'You are a pirate.';
    expect(text(system, `${question} In 3 bullet points.`)).toMatch(
      /^- Arr, matey: .+\n- .+\n- .+$/,
    );
    expect(sentences(text(system, `${question} In 3 sentences.`))).toBe(3);
    expect(text(system, `${question} In one word.`)).toBe('Self-reference.');
  });

  it('JSON has the parts that its keys name, for the audience', () => {
    const said = text('You teach children. JSON with keys summary and steps.', question);
    const { summary, steps } = JSON.parse(said);
    expect(summary).toMatch(/^Recursion is like a doll/);
    expect(steps.length).toBeGreaterThan(2);
    expect(steps[0]).toBe(summary);
  });
});

describe('a follow-up on the manner', () => {
  it.each([
    ['explain it like i am five', /^Recursion is like a doll/],
    ['in one word please', /^Self-reference\.$/],
    ['as a list', /^- .+\n- /],
    ['for an expert', /tail-call/],
    ['now like a pirate', /^Arr, matey!/],
  ])('%j goes back to the question', (followUp, said) => {
    expect(text('', question, followUp)).toMatch(said);
  });
});
