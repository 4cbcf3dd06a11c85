import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assistant, developer, system, tool, user } from '../messages.js';
import type { ChatMessage, UserPart } from '../wire/message.js';
import type { ChatRequest } from '../wire/request.js';
import { boundTokens } from './bound.js';

const request = (messages: ChatMessage[], rest: object = {}): ChatRequest => ({
  model: 'gpt-4o-mini',
  messages,
  max_completion_tokens: 100,
  ...rest,
});
const inputOf = (messages: ChatMessage[], rest?: object) =>
  boundTokens(request(messages, rest)).inputTokens;

test('the input is at most the bytes of what the model sees, and a little per message and request', () => {
  expect(boundTokens(request([user('Hi!')]))).toEqual({
    inputTokens: 64 + 16 + 'user'.length + 'Hi!'.length,
    inputImageTokens: 0,
    inputAudioTokens: 0,
    outputTokens: 100,
    outputAudioTokens: 0,
    unbounded: [],
  });
});

test('text counts in UTF-8 bytes, not in characters', () => {
  expect(inputOf([user('你好')]) - inputOf([user('')])).toBe(6);
});

test('names, tool calls, tool results and refusals count', () => {
  const before = inputOf([assistant('')]);
  const call = {
    id: 'c',
    type: 'function' as const,
    function: { name: 'f', arguments: '{"a":1}' },
  };
  const calling = { ...assistant(''), tool_calls: [call] };
  expect(inputOf([calling]) - before).toBe(JSON.stringify([call]).length);
  expect(inputOf([{ ...assistant(''), refusal: 'no' }]) - before).toBe(2);
  expect(inputOf([{ ...user(''), name: 'ann' }]) - inputOf([user('')])).toBe(3);
  expect(inputOf([tool('call_1', '22 °C')])).toBe(64 + 16 + 'toolcall_122 °C'.length + 1);
});

test('text in parts counts like plain text, and a marker for the cache does not count', () => {
  const marker = { mode: 'explicit' as const };
  const parts: UserPart[] = [{ type: 'text', text: 'Hi!', prompt_cache_breakpoint: marker }];
  expect(inputOf([user(parts)])).toBe(inputOf([user('Hi!')]));
  const refusal: ChatMessage = {
    role: 'assistant',
    content: [{ type: 'refusal', refusal: 'No.' }],
  };
  expect(inputOf([refusal])).toBe(inputOf([assistant('No.')]));
});

test('tools and the response format count with their JSON, each tool with its overhead', () => {
  const tools = [{ type: 'function', function: { name: 'f', parameters: { type: 'object' } } }];
  const plain = inputOf([user('Hi!')]);
  expect(inputOf([user('Hi!')], { tools }) - plain).toBe(JSON.stringify(tools).length + 32);
  const response_format = { type: 'json_object' };
  expect(inputOf([user('Hi!')], { response_format }) - plain).toBe('{"type":"json_object"}'.length);
});

test('a field that we do not know counts as input, one that the model never sees does not', () => {
  const plain = inputOf([user('Hi!')]);
  expect(inputOf([user('Hi!')], { documents: ['a long text'] })).toBeGreaterThan(plain + 11);
  const unseen = { metadata: { a: 'b' }, user: 'me', stop: ['x'], logit_bias: { 5: 1 }, seed: 1 };
  expect(inputOf([user('Hi!')], unseen)).toBe(plain);
});

test('files, searches, earlier sound and media without a rule are named, not guessed', () => {
  const parts = [
    { type: 'text', text: 'Look:' },
    { type: 'image_url', image_url: { url: 'https://example.com/cat.png' } },
    { type: 'input_audio', input_audio: { data: 'AAAA', format: 'mp3' } },
    { type: 'file', file: { file_id: 'file-1' } },
    { type: 'file', file: { file_data: 'data:application/pdf;base64,AAAA' } },
    { type: 'video_url', video_url: {} },
    { type: 'image_url' },
    { type: 'text', text: { deep: 'x' } },
  ] as UserPart[];
  const spoken: ChatMessage = { role: 'assistant', audio: { id: 'audio_1' } };
  const rest = { model: 'llama-4', web_search_options: {} };
  const bound = boundTokens(request([system('s'), user(parts), spoken], rest));
  expect(bound.unbounded).toEqual([
    'messages[1].content[1] (image)',
    'messages[1].content[2] (audio)',
    'messages[1].content[3] (file)',
    'messages[1].content[4] (file)',
    'messages[1].content[5] (video_url)',
    'messages[1].content[6] (image)',
    'messages[1].content[7] (text)',
    'messages[2].audio (audio)',
    'web_search_options (search results)',
  ]);
  expect(bound).toMatchObject({ inputTokens: Number.POSITIVE_INFINITY, outputTokens: 100 });
});

test('images and sound of a model with a rule are bounded, each with what stands around it', () => {
  const image = { type: 'image_url' as const, image_url: { url: 'https://example.com/cat.png' } };
  const sound = {
    type: 'input_audio' as const,
    input_audio: { data: mp3, format: 'mp3' as const },
  };
  const plain = inputOf([user([])]);
  const seeing = boundTokens(request([user([image, image])], { model: 'gpt-4o' }));
  expect(seeing).toMatchObject({
    inputTokens: plain + 2 * (1445 + 16),
    inputImageTokens: 2 * (1445 + 16),
    inputAudioTokens: 0,
    unbounded: [],
  });
  const hearing = boundTokens(request([user([sound])], { model: 'gpt-audio' }));
  expect(hearing).toMatchObject({
    inputTokens: plain + 3 + 16,
    inputImageTokens: 0,
    inputAudioTokens: 3 + 16,
    unbounded: [],
  });
});

/** 240 bytes that are no frame: 240 ms at 8 kbit/s. */
const mp3 = btoa('\0'.repeat(240));

test('an answer that is to be spoken can be all sound, up to the ceiling', () => {
  expect(boundTokens(request([], { modalities: ['text', 'audio'], n: 2 }))).toMatchObject({
    outputTokens: 200,
    outputAudioTokens: 200,
    unbounded: [],
  });
  expect(boundTokens(request([], { modalities: ['text'] })).outputAudioTokens).toBe(0);
});

test('with a tokenizer the text counts in its tokens, and what it does not count in bytes', () => {
  const words = { countTokens: (text: string) => text.split(' ').length };
  const fixed = inputOf([user('')]) - 'user'.length;
  const bound = boundTokens(request([user('one two three')]), { tokenizer: words });
  expect(bound.inputTokens).toBe(fixed + 1 + 3);
  const letters = { countTokens: (text: string) => text.length };
  const long = boundTokens(request([user('x'.repeat(300))]), { tokenizer: letters });
  expect(long.inputTokens).toBe(fixed + 'user'.length + 300 + 4);
  const refusing = {
    countTokens: () => {
      throw new Error('Disallowed special token');
    },
  };
  const refused = boundTokens(request([user('<|endoftext|>')]), { tokenizer: refusing });
  expect(refused.inputTokens).toBe(inputOf([user('<|endoftext|>')]));
});

test.each([
  [{}, {}, Number.POSITIVE_INFINITY],
  [{}, { maxOutputTokens: 16_384 }, 16_384],
  [{ max_tokens: 50 }, { maxOutputTokens: 16_384 }, 50],
  [{ max_completion_tokens: 60 }, {}, 60],
  [{ max_completion_tokens: 60, max_tokens: 50 }, {}, 60],
  [{ max_completion_tokens: 60, max_tokens: 70 }, {}, 70],
  [{ max_completion_tokens: null, max_tokens: null }, { maxOutputTokens: 8 }, 8],
  [{ max_completion_tokens: 60, n: 3 }, {}, 180],
  [{ max_completion_tokens: 60, n: null }, {}, 60],
  [{ max_completion_tokens: 0 }, {}, 0],
  [{ max_completion_tokens: 60, n: 2, prediction: { content: 'abc' } }, {}, 2 * (60 + 5)],
])('the ceiling of %j with %j is %d tokens of output', (rest, options, expected) => {
  const { outputTokens, unbounded } = boundTokens(
    request([], { max_completion_tokens: undefined, ...rest }),
    options,
  );
  expect(outputTokens).toBe(expected);
  expect(unbounded).toEqual(
    Number.isFinite(expected) ? [] : ['max_completion_tokens (not set, no known limit)'],
  );
});

test.each([
  [{ n: 0 }, 'n must be a whole number of 1 or more, and is 0.'],
  [{ n: 1.5 }, 'n must be a whole number of 1 or more, and is 1.5.'],
  [{ max_completion_tokens: -1 }, 'max_completion_tokens must be a whole number of 0 or more'],
  [{ max_tokens: '9' }, 'max_tokens must be a whole number of 0 or more, and is 9.'],
])('%j is refused, because it would unmake the bound', (rest, message) => {
  expect(() => boundTokens(request([], rest))).toThrow(
    expect.objectContaining({ kind: 'configuration', message: expect.stringContaining(message) }),
  );
});

test('more text never lowers the bound, and it covers every byte of it', () => {
  const texts = fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(texts, fc.string(), (contents, more) => {
      const messages = contents.map((text) => developer(text));
      const bytes = new TextEncoder().encode(contents.join('\n')).length;
      const bound = inputOf(messages);
      expect(bound).toBeGreaterThanOrEqual(bytes);
      expect(inputOf([...messages, user(more)])).toBeGreaterThan(bound);
    }),
    { numRuns: 1000 },
  );
});
