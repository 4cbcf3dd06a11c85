import { describe, expect, it } from 'vitest';
import { answer } from '../fixtures/answer.js';
import { subjectOf } from '../model/subject.js';

/** What people type, and what it is about. */
const questions: Record<string, string[]> = {
  'other providers': [
    'Can I use Claude or Gemini instead of OpenAI?',
    'can i use claude instead',
    'does this work with gemini',
    'how do I switch to other providers?',
    'are there alternatives to openai',
  ],
  'free use of the API': [
    'Is the OpenAI API free?',
    'is the api free',
    'do i get free credits',
    'do I have to pay for the OpenAI API?',
  ],
  'the computer you need': [
    'Do I need a GPU to use the API?',
    'do i need a gpu',
    'What kind of computer do I need for this?',
    'is my laptop enough, or do I need a graphics card?',
  ],
  'GPT-4o and GPT-4o-mini': [
    "What's the difference between GPT-4o and GPT-4o-mini?",
    'gpt-4o vs gpt-4o-mini',
    'gpt 4o or 4o mini?',
    'is mini cheaper than 4o',
    'whats the diffrence betwen gpt4o and gpt4o mini',
  ],
  'choosing a model': [
    'Which model should I use?',
    'what is the best model for me',
    'how do I choose a model',
    'wich model should i pick',
  ],
  'streaming in production': [
    'Should I use streaming in production?',
    'should i use streaming',
    'when should I stream and when not?',
    'Is streaming worth it for batch jobs?',
    'shuold i use streeming in production',
  ],
  finish_reason: [
    'What is finish_reason?',
    'what does length mean',
    'What does "length" mean?',
    'what does finish reason length mean',
    'Why is my answer cut off?',
    'the response stops mid-sentence',
    'what happens if I ignore finish_reason',
    'What is max_tokens?',
  ],
  'messages and roles': [
    'What are the roles?',
    'what are the three roles in the messages list',
    'explain the messages list',
    'what are the messages for',
    'What is the assistant role for?',
    'what does the system role do',
  ],
  'system messages': ['What is a system message?', 'how do I write a system prompt'],
  'conversations with memory': [
    'How does a chatbot remember what I said?',
    'why does the model forget everything',
    'what is multi-turn conversation',
    'how do I keep the conversation history?',
  ],
  'hardcoded API keys': [
    'Why should I not hardcode my API key?',
    'is it bad to hardcode the key',
    'where do I store my api key',
    'I committed my key to git, what now?',
    'how do I use environment variables for the key',
  ],
  'API keys': ['What is an API key?', 'whats an api key'],
  'specific prompts': [
    'What is a vague prompt?',
    'How do I write a good prompt?',
    'how to write better prompts',
    'Write code',
    'What is a good prompt for the second largest number?',
  ],
  'error handling': [
    'How do I handle errors from the API?',
    'what about error handling',
    'what errors can an API call raise?',
    'do i need eror handling? error handling is boring',
  ],
  AuthenticationError: [
    'What is AuthenticationError?',
    'authenticationerror',
    'I get openai.AuthenticationError: Error code: 401',
    'why do I get an invalid api key error',
    'what is an authenticaton error',
  ],
  RateLimitError: [
    'What is RateLimitError?',
    'ratelimiterror how to fix',
    'I get a 429 from the API',
    'too many requests, what should I do?',
  ],
  APIConnectionError: [
    'What causes APIConnectionError?',
    'apiconnectionerror',
    'how do I fix a connection error',
    'connection refused when I call the API',
  ],
  APITimeoutError: [
    'What is APITimeoutError?',
    'apitimeouterror fix',
    'my request timed out',
    'what to do about timeouts',
  ],
  BadRequestError: [
    'What does BadRequestError mean?',
    'badrequesterror',
    'I get a bad request error',
    'What does error 400 mean?',
    'what if there are too many tokens in the context window',
  ],
  'common mistakes': [
    'What are common mistakes with the API?',
    'what mistakes do beginners make',
    'common beginner mistakes',
  ],
  'the second largest number': [
    'Write a Python function that takes a list of integers and returns the second largest, handling duplicates and empty lists',
    'second largest number in a list',
    'write code for the 2nd largest',
    'find the second highest value in python',
    'write a function for the secnd largst number',
  ],
  format_messages: [
    'Write a function called format_messages that takes a system_prompt string and a user_prompt string, and returns a properly formatted messages list for the OpenAI API.',
    'format_messages',
    'implement format_messages please',
  ],
  backoff_delays: [
    'Write a function called backoff_delays that takes max_retries (int) and base (float, default 2.0), and returns a list of delay values for exponential backoff.',
    'backoff_delays',
    'write a function for the delays of exponential backoff',
  ],
  calculate_cost: [
    'Write a function called calculate_cost that takes input_tokens (int), output_tokens (int), and model (str, default "gpt-4o-mini"), and returns the total cost as a float.',
    'calculate_cost',
    'write a function that calculates the cost of a call',
    'how do I calculate the price of a request in code',
  ],
  'a retry wrapper': [
    'Write an exponential backoff retry wrapper',
    'write robust_chat',
    'implement retry logic with exponential backoff',
    'show me a retry decorator',
  ],
  'retries and backoff': [
    'What is exponential backoff?',
    'why should I retry',
    'what is exponental backof',
    'what is jitter',
  ],
  'a streaming helper': [
    'Write a streaming helper that handles both modes',
    'write code for streaming',
    'show me how to stream in a function',
  ],
  streaming: [
    'What is streaming?',
    'explain streams to me',
    'what is a delta',
    'What are chunks?',
    'how does streeming work',
  ],
  'a session budget': [
    'Write a helper that enforces a per-session budget ceiling',
    'how do I limit what a session spends? I want a spending limit',
    'create a session budget',
    'how do I set a budget for my API calls?',
  ],
  'token tracking': [
    'How do I track tokens?',
    'write a token tracker',
    'token tracking',
    'how to count tokens per call',
    'track my usage and costs',
  ],
  'tokens and cost': ['What is a token?', 'how much does a call cost', 'why are tokens expensive'],
  'a reusable ChatClient': [
    'Write a reusable ChatClient class',
    'chatclient',
    'build a ChatClient with streaming, retries and cost tracking',
  ],
  'a chatbot with memory': [
    'Build a chatbot with memory',
    'write a chatbot that remembers the conversation',
    'code for a chat bot with history',
  ],
  'a tutor, a debugger and a translator': [
    'How do I build a tutor with the API?',
    'make a code translator tool',
  ],
  temperature: [
    'what is temprature',
    'What is temperature?',
    'How do I make the output deterministic?',
    'temperature 0 or 1?',
  ],
  greetings: ['Hello!', 'what can you do?', 'help', 'Who are you'],
  'API calls': ['What is an API call?', 'how to make a first call', 'explain apis'],
  decorators: ['what is a decoratr in python'],
  recursion: ['explian recusion'],
  'a list changed while iterating': [
    'why does my loop skip items?',
    'What is wrong with this code?\n```python\nfor x in xs:\n    xs.remove(x)\n```',
    'Can you look at this for me? It behaves strangely.\n\n```\nfor user in users:\n    if user.old:\n        users.remove(user)\n```\n\nThanks!',
  ],
  'a mutable default argument': [
    'My function remembers old calls. Here it is:\n```python\ndef add(x, xs=[]):\n    xs.append(x)\n    return xs\n```\nWhy?',
  ],
  exceptions: ['how do I handle exceptions in python?', 'What is an exception?'],
};

const table = Object.entries(questions).flatMap(([name, asked]) =>
  asked.map((question) => [question, name] as const),
);

/** What nobody taught the model. */
const offTopic = [
  'What is the capital of France?',
  'What is the price of gold?',
  'How much does a house cost in Vienna?',
  'What is the function of the liver?',
  'Who won the world cup in 1998?',
  'Translate "good morning" to French',
  'What was the role of Napoleon in the revolution?',
  'Is parking free on Sundays?',
  'Which laptop should I buy?',
  'What is on the shopping list for pancakes?',
  'How tall is the Eiffel Tower?',
  'What is the meaning of life?',
  'How long do I boil an egg?',
  'Tell me the weather for tomorrow',
  'Summarise the plot of Hamlet',
  'What is SQL injection?',
  'How does a steam engine work?',
  'What is a budget deficit?',
  'What is the best model railway?',
  'Write an email to my boss',
  'Write a function that reverses a string',
];

const text = (content: string) =>
  answer({ model: 'gpt-4o-mini', messages: [{ role: 'user', content }], temperature: 0 });

describe('a question', () => {
  it('is on the table in at least 60 wordings', () => {
    expect(table.length).toBeGreaterThanOrEqual(60);
  });

  it.each(table)(
    '%j is about %s, and answered the same every time at temperature 0',
    (question, name) => {
      expect(subjectOf(question)?.entry.name).toBe(name);
      expect(text(question)).not.toMatch(/not a language model/);
      expect(text(question)).toBe(text(question));
    },
  );

  it.each(table)(
    '%j means the same in lower case without punctuation at the end',
    (question, name) => {
      const [prose = '', ...code] = question.split('```');
      const careless = [prose.toLowerCase().replace(/[?.!]+$/, ''), ...code].join('```');
      expect(subjectOf(careless)?.entry.name).toBe(name);
    },
  );
});

describe('off topic', () => {
  it.each(offTopic)('%j gets the truth', (question) => {
    expect(subjectOf(question)).toBeUndefined();
    expect(text(question)).toMatch(/^I am a simulator, not a language model/);
  });
});
