import { describe, expect, it } from 'vitest';
import { audienceIn } from './audience.js';

describe('an audience', () => {
  it.each([
    'Explain a for loop to a child',
    'for kids',
    'Explain recursion like I’m five',
    'explain it like im 5',
    'ELI5: what is a token?',
    'as if I were a child',
    'Explain to my grandmother what an API is',
    'for a ten-year-old',
    'You teach curious children to code.',
    'You explain things to 8 year olds.',
    'Your readers are primary school pupils.',
  ])('%j is children', (text) => {
    expect(audienceIn(text)).toBe('children');
  });

  it.each([
    'Explain to a senior engineer',
    'for experts',
    'I am an experienced Python developer.',
    'I know this well, what are the sharp edges?',
    'I already know the basics.',
    'Your audience: senior backend engineers.',
    'You write for professional developers.',
    'Skip the basics.',
    'at an expert level',
  ])('%j is experts', (text) => {
    expect(audienceIn(text)).toBe('experts');
  });

  it.each([
    'for a beginner',
    'I am new to Python',
    'You help absolute beginners.',
    'Explain recursion to my students',
  ])('%j is beginners', (text) => {
    expect(audienceIn(text)).toBe('beginners');
  });

  it.each([
    'Explain a for loop',
    'You are an expert debugger.',
    'You are a senior engineer.',
    'How do I wait for a child process?',
    'for child in children: print(child)',
    'What is the difference to a child class?',
    'How do I pass it to the user?',
    'I want to know it',
    'A 35-year-old wants to learn Python',
  ])('%j is nobody in particular', (text) => {
    expect(audienceIn(text)).toBeUndefined();
  });
});
