import { describe, expect, it } from 'vitest';
import { nameIn, personaIn, registerIn } from './persona.js';

describe('a persona', () => {
  it.each([
    ['You are a pirate.', '', 'pirate'],
    ['Speak like Shakespeare.', '', 'poet'],
    ['You are a poet.', '', 'poet'],
    ['You are a terse Unix greybeard.', '', 'greybeard'],
    ['You are an old Unix wizard.', '', 'greybeard'],
    ['You are Socrates.', '', 'socratic'],
    ['Use the Socratic method.', '', 'socratic'],
    ['', 'Explain a for loop like a pirate', 'pirate'],
    ['', 'in the style of Shakespeare', 'poet'],
    ['You are a pirate.', 'Explain it like a poet', 'poet'],
  ])('%j with %j is %s', (instructions, prompt, persona) => {
    expect(personaIn(instructions, prompt)).toBe(persona);
  });

  it.each(['Write a poem', 'Who was Socrates?', 'Tell a story about a pirate', 'What is Unix?'])(
    'is not what a prompt is about: %j',
    (prompt) => {
      expect(personaIn('You help.', prompt)).toBeUndefined();
    },
  );
});

describe('a register', () => {
  it.each([
    ['Write in a formal tone.', '', 'formal'],
    ['Be casual.', '', 'casual'],
    ['Be informal.', '', 'casual'],
    ['Write in a formal tone.', 'Explain it casually', 'casual'],
    ['', 'in a professional tone please', 'formal'],
    ['', 'What is a formal parameter?', undefined],
    ['You help.', 'What is casual work?', undefined],
  ])('%j with %j is %s', (instructions, prompt, register) => {
    expect(registerIn(instructions, prompt)).toBe(register);
  });
});

describe('a name', () => {
  it.each([
    ['You are Ada, a patient tutor.', 'Ada'],
    ['You are Captain Redbeard, a pirate.', 'Captain Redbeard'],
    ['You are Dr. Strange, a surgeon.', 'Dr. Strange'],
    ['You’re Élodie! Be brief.', 'Élodie'],
    ['Your name is Max.', 'Max'],
    ['You are a tutor named Byte. Be kind.', 'Byte'],
    ['You are Bob', 'Bob'],
  ])('%j gives %s', (instructions, name) => {
    expect(nameIn(instructions)).toBe(name);
  });

  it.each([
    'You are a tutor.',
    'You are Python expert.',
    'You are Senior Engineer.',
    'You are An expert.',
    'You are ChatGPT-like but brief',
    'Help people named Ada.',
    '',
  ])('%j gives none', (instructions) => {
    expect(nameIn(instructions)).toBeUndefined();
  });
});
