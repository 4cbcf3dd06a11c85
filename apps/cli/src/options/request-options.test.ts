import { expect, it, test } from 'vitest';
import { requestOption } from './request-options.js';

test.each<[string, Record<string, unknown>]>([
  ['top_p=0.9', { top_p: 0.9 }],
  ['seed=7', { seed: 7 }],
  ['logprobs=true', { logprobs: true }],
  ['stop=END', { stop: 'END' }],
  ['stop=["\\n","END"]', { stop: ['\n', 'END'] }],
  ['logit_bias={"50256":-100}', { logit_bias: { 50256: -100 } }],
  ['user="7"', { user: '7' }],
  ['reasoning_effort=high', { reasoning_effort: 'high' }],
  ['top_k=40', { top_k: 40 }],
  ['stop=', { stop: '' }],
  ['stop=a=b\nc', { stop: 'a=b\nc' }],
  ['stop={', { stop: '{' }],
  ['stop=1e999', { stop: '1e999' }],
  ['prediction=null', { prediction: null }],
])('%j is %j in the body', (text, body) => {
  expect(requestOption(text)).toEqual(body);
});

it('collects, each name once', () => {
  const both = requestOption('seed=7', requestOption('top_p=0.9'));
  expect(both).toEqual({ top_p: 0.9, seed: 7 });
  expect(() => requestOption('seed=8', both)).toThrow('--option gives seed two values.');
});

test.each(['', 'top_p', '=1', 'apiKey=sk-canary', '__proto__=1', 'top-p=1', 'sk-canary=1'])(
  '%j is none, and is not repeated',
  (text) => {
    expect(() => requestOption(text)).toThrow(
      expect.objectContaining({ kind: 'configuration', message: '--option is not name=value.' }),
    );
  },
);

test.each([
  ['model=gpt-4o', 'Use --model.'],
  ['max_tokens=9', 'Use --max-tokens.'],
  ['stream=false', 'Use --no-stream.'],
  ['response_format={}', 'Use --schema.'],
  ['tools=[]', 'The command runs no functions; @farebox/chat does.'],
  ['n=3', 'One answer is printed; ask again for another.'],
  ['budget=100', 'It is no parameter of a request.'],
  ['fetch=1', 'It is no parameter of a request.'],
  ['provider=1', 'It is no parameter of a request.'],
  ['system=1', 'It is no parameter of a request.'],
])('%s is refused: %s', (text, fix) => {
  expect(() => requestOption(text)).toThrow(
    expect.objectContaining({ kind: 'configuration', fix }),
  );
});
