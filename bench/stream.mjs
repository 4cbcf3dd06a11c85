/** Pre-serialised streams, so that the server costs as little as it can. */

const words = ['Hello', ' there', ',', ' this', ' is', ' a', ' token', ' of', ' some', ' answer'];

function event(choices, more = {}) {
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

/** @returns the events of a plain stream, and the text that a client must get out of them. */
export function plainStream(chunks) {
  const events = [
    event([
      { index: 0, delta: { role: 'assistant', content: '' }, logprobs: null, finish_reason: null },
    ]),
  ];
  let text = '';
  for (let index = 0; index < chunks; index++) {
    const content = words[index % words.length];
    text += content;
    events.push(event([{ index: 0, delta: { content }, logprobs: null, finish_reason: null }]));
  }
  events.push(event([{ index: 0, delta: {}, logprobs: null, finish_reason: 'stop' }]));
  const usage = { prompt_tokens: 10, completion_tokens: chunks, total_tokens: 10 + chunks };
  events.push(event([], { usage }), 'data: [DONE]\n\n');
  return { events, text, usage };
}
