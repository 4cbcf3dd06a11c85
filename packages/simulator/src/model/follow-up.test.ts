import { describe, expect, it } from 'vitest';
import { followUpIn } from './follow-up.js';

describe('a follow-up', () => {
  it.each([
    ['shorter please', 'shorter'],
    ['Can you make it shorter?', 'shorter'],
    ['too long', 'shorter'],
    ['tl;dr', 'shorter'],
    ['summarise that please', 'shorter'],
    ['tell me more', 'longer'],
    ['Why?', 'longer'],
    ['go on', 'longer'],
    ['in more detail please', 'longer'],
    ['i dont understand', 'longer'],
    ['I don’t understand', 'longer'],
    ['give me an example', 'example'],
    ['Example?', 'example'],
    ['show me the code', 'example'],
    ['Thanks!', 'thanks'],
    ['ok thank you very much', 'thanks'],
    ['Perfect, thanks. Can you give me a shorter example?', 'example'],
    ['thanks, shorter please', 'shorter'],
  ])('%j wants: %s', (prompt, wish) => {
    expect(followUpIn(prompt)).toEqual({ wish });
  });

  it.each([
    ['and in JavaScript?', 'JavaScript'],
    ['What about TypeScript?', 'TypeScript'],
    ['js please', 'JavaScript'],
    ['And the same in Go?', 'Go'],
    ['Now in C++', 'C++'],
    ['can you write it in python3', 'Python'],
    ['Thanks! Give me an example in Rust', 'Rust'],
  ])('%j wants it in %s', (prompt, language) => {
    expect(followUpIn(prompt)).toEqual({ wish: 'language', language });
  });

  it.each([
    'What is a token?',
    'Give me an example of recursion',
    'thanks, now explain streaming',
    'Hello',
    'and in Haskell?',
    'ok',
    '',
    '?',
    'shorter '.repeat(13),
    `shorter${' '.repeat(120)}please`,
  ])('%j is none', (prompt) => {
    expect(followUpIn(prompt)).toBeUndefined();
  });
});
