import type { Exercise } from './exercise.js';

/** The exercises of the course, each by the function that is to be written. */
export const exercises: readonly Exercise[] = [
  {
    name: 'formatMessages',
    title: 'Two prompts, two messages',
    checks: 7,
    hints: [
      'A list in JavaScript is an array: two things in square brackets, the first of them first.',
      'A message is an object with two members: who speaks, called role, and what is said, called content.',
      "The first object is { role: 'system', content: systemPrompt }. The second has the other role and the other prompt.",
    ],
    afterwards:
      'formatMessages of @farebox/core does exactly this. Beside it are system(), user(), assistant() and tool(), one for each role.',
  },
  {
    name: 'backoffDelays',
    title: 'How long to wait, and how much longer',
    checks: 8,
    hints: [
      'Count the attempts from 0. What is a number to the power of 0? And to the power of 1?',
      'The power operator is **: base ** attempt. Where the base is left out, a default after the parameter’s name steps in.',
      'Array.from({ length: maxRetries }, (_, attempt) => …) makes a list of that length from each position in it.',
    ],
    afterwards:
      'backoffDelays of @farebox/core returns the same, and refuses what cannot be meant: half a retry, a base below 1, a wait that no number can hold. The retry layer adds chance, a cap, and what the server asks for.',
  },
  {
    name: 'calculateCost',
    title: 'What was that?',
    checks: 9,
    hints: [
      'Put the prices into an object, one entry for each model, each with a price for input and one for output.',
      'Tokens times price is dollars for a million tokens. Add both products, then divide by 1,000,000, and round nothing.',
      'For an unknown model: Object.hasOwn(prices, model) says whether the list has it. Where it has not, take the entry of gpt-4o-mini.',
    ],
    afterwards:
      'calculateCost of @farebox/core counts in whole picodollars, so it has no last digit to be wrong, and refuses half a token. Real bills come from findPrice and invoice, which say unknown rather than guess.',
  },
];
