import { createParser } from 'eventsource-parser';
import { forever, type Peer } from './peer.ts';

/** The loop that everyone writes: a status check, a parser of events, and no more. */
export const rawFetch: Peer = {
  name: 'raw fetch',
  setUp: 'the loop of bench/contenders.mjs with a check of the status; no retries, no clock',
  async call({ baseURL, apiKey, fetch, request, caller, onText }) {
    const { signal } = caller;
    const response = await fetch(`${baseURL}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
      body: JSON.stringify(request),
      signal,
    });
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
    if (request.stream === false) {
      const { message } = (await response.json()).choices[0];
      return { text: message.content ?? '', toolCalls: (message.tool_calls ?? []).map(toCall) };
    }
    let text = '';
    // A map: an index may be a billion, or `__proto__`.
    const calls = new Map<number, { name: string; arguments: string }>();
    let fresh = '';
    const parser = createParser({
      onEvent({ data }) {
        if (data === '[DONE]') return;
        const delta = JSON.parse(data).choices[0]?.delta;
        fresh += delta?.content ?? '';
        for (const { index, function: part } of delta?.tool_calls ?? []) {
          const call = calls.get(index) ?? { name: '', arguments: '' };
          calls.set(index, call);
          call.name += part.name ?? '';
          call.arguments += part.arguments ?? '';
        }
      },
    });
    const decoder = new TextDecoder();
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      parser.feed(decoder.decode(value, { stream: true }));
      if (fresh === '') continue;
      text += fresh;
      onText(fresh);
      fresh = '';
      const then = caller.gets();
      if (then === 'stop-reading') await forever();
      if (then === 'leave') {
        await reader.cancel();
        return 'left';
      }
    }
    caller.hasAll();
    return { text, toolCalls: [...calls.values()] };
  },
};

function toCall(call: { function: { name: string; arguments: string } }) {
  return call.function;
}
