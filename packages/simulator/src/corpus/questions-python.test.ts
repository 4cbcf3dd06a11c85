import { describe, expect, it } from 'vitest';
import { answer } from '../fixtures/answer.js';
import { subjectOf } from '../model/subject.js';

/** What beginners ask about Python, and what it is about. */
const questions: Record<string, string[]> = {
  'for loops': [
    'Explain a for loop',
    'how do loops work',
    'What does a for loop do?',
    'for loops?',
  ],
  'while loops': ['What is a while loop?', 'when do I use a while loop'],
  'list comprehensions': [
    'Explain list comprehensions',
    'what is a comprehension',
    'list comprehension example',
  ],
  generators: ['What is a generator?', 'what does yield do', 'explain generators'],
  functions: ['What is a function?', 'how do I define a function', 'what does def mean'],
  decorators: ['What is a decorator?', 'explain python decorators', 'how do I write a decorator'],
  recursion: ['What is recursion?', 'explain recursive functions'],
  classes: [
    'What is a class?',
    'how do I write a class in python',
    'what does __init__ do',
    'What is object-oriented programming?',
  ],
  dictionaries: ['What is a dictionary?', 'how do dicts work', 'explain python dictionaries'],
  lists: ['What is a list?', 'how do I use a list', 'lists and tuples', 'What is a tuple?'],
  exceptions: ['What is an exception?', 'how does try except work', 'handle exceptions'],
  variables: [
    'What is a variable?',
    'what are variables',
    'how do variables work in python',
    'explain assignment in python',
  ],
  'if statements': [
    'What is an if statement?',
    'how does if else work',
    'what is elif',
    'explain booleans',
  ],
  'strings and f-strings': [
    'What is a string?',
    'what is an f-string',
    'explain f-strings',
    'how do I format a string',
    'How do strings work?',
    'put a variable in a string',
  ],
  slices: ['What is slicing?', 'how do I slice a list', 'explain slices', 'what is a slice'],
  sets: [
    'What is a set?',
    'what are python sets',
    'how do I remove duplicates',
    'explain set operations',
  ],
  sorting: [
    'How do I sort a list?',
    'what is sorting',
    'sort a dictionary',
    'what does sorted do',
    'how to sort by length',
  ],
  'reading and writing files': [
    'How do I read a file?',
    'how do I write to a file',
    'open a text file in python',
    'what does with open do',
    'load a csv file',
  ],
  'modules and imports': [
    'What is a module?',
    'how does import work',
    'how do I import my own file',
    'what is pip install',
    'what does __name__ mean',
  ],
  'virtual environments': [
    'What is a virtual environment?',
    'what is venv',
    'how do I create a virtualenv',
    'what is requirements.txt',
  ],
  'async and await': [
    'What is async?',
    'what does await do',
    'explain asyncio',
    'what is a coroutine',
    'async and await?',
  ],
  'lambda functions': [
    'What is a lambda?',
    'explain lambda functions',
    'what is an anonymous function',
    'when do I use lambda',
  ],
  'type hints': ['What are type hints?', 'explain type annotations', 'what is mypy'],
  'a list changed while iterating': [
    'why does my loop skip items',
    'removing items from a list while iterating',
    'modify a list while iterating over it',
  ],
  'a mutable default argument': [
    'What is a mutable default argument?',
    'why is my default list shared',
  ],
  'late-binding closures': ['late binding closures', 'why do all my lambdas return the last value'],
  'off-by-one ranges': ['off by one error', 'IndexError: list index out of range'],
  'a missing dictionary key': ['What is a KeyError?', 'KeyError: name'],
  '`is` instead of `==`': ['what is the difference between is and ==', 'is vs =='],
  'integer and true division': ['integer division', 'floor division in python'],
  'joining text and numbers': [
    'can only concatenate str (not "int") to str',
    'unsupported operand type',
  ],
};

const table = Object.entries(questions).flatMap(([name, asked]) =>
  asked.map((question) => [question, name] as const),
);

/** A subject survives every way of asking for it. */
const manners = [
  (question: string) => `${question} Explain it to a child.`,
  (question: string) => `I am an experienced developer. ${question}`,
  (question: string) => `Please answer in 3 bullet points: ${question}`,
  (question: string) => `${question} Answer like a pirate.`,
];

const text = (content: string) =>
  answer({ model: 'gpt-4o-mini', messages: [{ role: 'user', content }], temperature: 0 });

describe('a question about Python', () => {
  it('is on the table in at least 60 wordings', () => {
    expect(table.length).toBeGreaterThanOrEqual(60);
  });

  it.each(table)('%j is about %s', (question, name) => {
    expect(subjectOf(question)?.entry.name).toBe(name);
    expect(text(question)).not.toMatch(/not a language model/);
  });

  it.each(table)('%j is about %s in any manner', (question, name) => {
    for (const manner of manners) {
      expect(subjectOf(manner(question))?.entry.name).toBe(name);
      expect(text(manner(question))).not.toMatch(/not a language model/);
    }
  });
});

describe('words of Python in other sentences', () => {
  it.each([
    'What is a set of golf clubs?',
    'Where do I file my taxes?',
    'What is a good string quartet?',
    'How do I slice an onion?',
    'Which class of train ticket is best?',
    'What sort of music do you like?',
    'How do I import a car from Japan?',
  ])('%j gets the truth', (question) => {
    expect(subjectOf(question)).toBeUndefined();
  });
});
