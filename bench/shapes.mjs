/**
 * What a stream is made of: the payloads of its events, and what a client must get out of them.
 *
 * Pre-serialised, so that the server costs as little as it can.
 */

/** @typedef {{ prompt_tokens: number, completion_tokens: number, total_tokens: number }} Usage */
/** @typedef {{ events: string[], text: string, usage: Usage }} Stream */

/**
 * How a shape writes one content chunk.
 *
 * @typedef {object} Shape
 * @property {readonly string[]} words
 * @property {(index: number, content: string) => object} [more] fields of the chunk beside the usual ones.
 * @property {(content: string) => object} [logprobs]
 */

const plainWords = [
  'Hello',
  ' there',
  ',',
  ' this',
  ' is',
  ' a',
  ' token',
  ' of',
  ' some',
  ' answer',
];
const escapedWords = [
  'say',
  ' "hi"',
  '\n',
  '\tC:\\',
  'new',
  '\\n',
  ' ok',
  '"',
  '\r\n',
  ' <b>\u2028',
];
const foreignWords = [
  '日本語',
  'の',
  ' héllo',
  ' wörld',
  '🙂',
  ' Привет',
  ' мир',
  ' 👩‍👩‍👧',
  ' ñ',
  ' ok',
];

/** @type {Readonly<Record<string, Shape>>} */
export const shapes = {
  plain: { words: plainWords },
  obfuscated: {
    words: plainWords,
    more: (index, { length }) => ({ obfuscation: padding(index, 24 - length) }),
  },
  'usage in every chunk': {
    words: plainWords,
    more: (index) => ({ usage: usageAfter(index + 1) }),
  },
  logprobs: { words: plainWords, logprobs: logprobsOf },
  'escaped text': { words: escapedWords },
  'non-ASCII text': { words: foreignWords },
};

/** @returns {Stream} the stream of a shape with so many chunks of content. */
export function streamOf(/** @type {string} */ name, /** @type {number} */ chunks) {
  const { words, more, logprobs = () => null } = /** @type {Shape} */ (shapes[name]);
  const events = [event([choice({ role: 'assistant', content: '' }, null, null)])];
  let text = '';
  for (let index = 0; index < chunks; index++) {
    const content = /** @type {string} */ (words[index % words.length]);
    text += content;
    events.push(event([choice({ content }, logprobs(content), null)], more?.(index, content)));
  }
  const usage = usageAfter(chunks);
  events.push(event([choice({}, null, 'stop')]), event([], { usage }), 'data: [DONE]\n\n');
  return { events, text, usage };
}

function event(/** @type {object[]} */ choices, more = {}) {
  const chunk = {
    id: 'chatcmpl-bench',
    object: 'chat.completion.chunk',
    created: 1_767_225_600,
    model: 'gpt-4o-mini-2024-07-18',
    service_tier: 'default',
    system_fingerprint: 'fp_bench',
    choices,
    usage: null,
    ...more,
  };
  return `data: ${JSON.stringify(chunk)}\n\n`;
}

function choice(
  /** @type {object} */ delta,
  /** @type {object | null} */ logprobs,
  /** @type {string | null} */ finish_reason,
) {
  return { index: 0, delta, logprobs, finish_reason };
}

/** @returns {Usage} */
function usageAfter(/** @type {number} */ chunks) {
  return { prompt_tokens: 10, completion_tokens: chunks, total_tokens: 10 + chunks };
}

/** As OpenAI pads: letters that never repeat, so that every event has the same length. */
function padding(/** @type {number} */ index, /** @type {number} */ length) {
  let state = index + 1;
  let padded = '';
  while (padded.length < length) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    padded += (state + 2 ** 32).toString(36);
  }
  return padded.slice(0, length);
}

/** Top two candidates, as with `top_logprobs: 2`. */
function logprobsOf(/** @type {string} */ content) {
  const entry = (/** @type {string} */ token, /** @type {number} */ logprob) => ({
    token,
    logprob,
    bytes: [...Buffer.from(token)],
  });
  const chosen = entry(content, -0.031_25);
  return { content: [{ ...chosen, top_logprobs: [chosen, entry(' other', -3.5)] }], refusal: null };
}
