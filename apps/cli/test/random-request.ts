import type { ChatRequest } from '@farebox/core';
import * as fc from 'fast-check';

const text = fc.oneof(
  { weight: 3, arbitrary: fc.lorem({ maxCount: 30 }) },
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc.constantFrom('<|endoftext|>', '你好'.repeat(50), '🙂'.repeat(30), ' '.repeat(300), ''),
  fc.constantFrom('a', '/\n', '0', '!').map((unit) => unit.repeat(400)),
  // Long enough for the cache.
  fc.constant('All work and no play makes a long prompt. '.repeat(150)),
);

function big(value: number): string {
  return String.fromCharCode(...[24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff));
}

function pngUrl(width: number, height: number): string {
  const head = `\x89PNG\r\n\x1a\n${big(13)}IHDR${big(width)}${big(height)}${'\0'.repeat(9)}`;
  return `data:image/png;base64,${btoa(head)}`;
}

/** 16 bits at 8 kHz: 16 bytes a millisecond. */
function wavData(ms: number): string {
  const little = (value: number) => [...big(value)].reverse().join('');
  const format = `\x01\0\x01\0${little(8000)}${little(16_000)}\x02\0\x10\0`;
  const sound = `data${little(ms * 16)}${'\0'.repeat(ms * 16)}`;
  return btoa(`RIFF${little(36 + ms * 16)}WAVEfmt ${little(16)}${format}${sound}`);
}

const side = fc.integer({ min: 1, max: 9000 });
const image = fc.record({
  type: fc.constant('image_url' as const),
  image_url: fc.record(
    {
      url: fc.oneof(
        fc.tuple(side, side).map(([width, height]) => pngUrl(width, height)),
        fc.constant('https://example.com/cat.png'),
      ),
      detail: fc.constantFrom('auto' as const, 'low' as const, 'high' as const),
    },
    { requiredKeys: ['url'] },
  ),
});
const sound = fc.integer({ min: 1, max: 3000 }).map((ms) => ({
  type: 'input_audio' as const,
  input_audio: { data: wavData(ms), format: 'wav' as const },
}));
const textPart = fc.record({ type: fc.constant('text' as const), text });

const seeing = ['gpt-4o', 'gpt-4o-mini', 'gpt-4.1', 'gpt-4.1-mini', 'gpt-4.1-nano'];
const hearing = ['gpt-4o-audio-preview'];
// They sample at the default alone, and some take no functions.
const reasoning = [
  'o4-mini',
  'gpt-5',
  'gpt-5-mini',
  'gpt-5-nano',
  'gpt-5.1',
  'gpt-5.2',
  'gpt-5.4',
  'gpt-5.4-mini',
  'gpt-5.5',
  'gpt-5.6-luna',
  'gpt-6-astra',
  'gpt-6-luna',
  'gpt-6.1-sol',
];

const tool = fc.record({
  type: fc.constant('function' as const),
  function: fc.record({
    name: fc.constantFrom('get_weather', 'find_flight'),
    description: text,
    parameters: fc.constant({
      type: 'object',
      properties: { city: { type: 'string' } },
      required: ['city'],
    }),
  }),
});

function messages(media: typeof image | typeof sound) {
  const said = fc.record({
    role: fc.constantFrom('system' as const, 'developer' as const, 'assistant' as const),
    content: text,
  });
  const asked = fc.record(
    {
      role: fc.constant('user' as const),
      content: fc.oneof(text, fc.array(fc.oneof(textPart, media), { minLength: 1, maxLength: 3 })),
      name: fc.constantFrom('ada', 'grace_hopper'),
    },
    { requiredKeys: ['role', 'content'] },
  );
  return fc.array(fc.oneof(said, asked), { minLength: 1, maxLength: 5 });
}

const rest = {
  n: fc.integer({ min: 1, max: 3 }),
  max_completion_tokens: fc.integer({ min: 1, max: 200 }),
  temperature: fc.double({ min: 0, max: 1, noNaN: true }),
  tools: fc.uniqueArray(tool, { maxLength: 2, selector: (one) => one.function.name, minLength: 1 }),
  stop: fc.constant<string[]>(['.']),
};
const requiredKeys: ['model', 'messages'] = ['model', 'messages'];

/** Any request that a model takes: text of all kinds, images or sound, tools, several answers. */
export const randomRequest: fc.Arbitrary<ChatRequest> = fc.oneof(
  { weight: 4, arbitrary: requestOf(seeing, image) },
  { weight: 3, arbitrary: reasoningRequest() },
  requestOf(hearing, sound),
);

function reasoningRequest(): fc.Arbitrary<ChatRequest> {
  const { n, max_completion_tokens } = rest;
  return fc.record(
    { model: fc.constantFrom(...reasoning), messages: messages(image), n, max_completion_tokens },
    { requiredKeys },
  );
}

function requestOf(
  models: readonly string[],
  media: typeof image | typeof sound,
): fc.Arbitrary<ChatRequest> {
  return fc.record(
    { model: fc.constantFrom(...models), messages: messages(media), ...rest },
    { requiredKeys },
  );
}
