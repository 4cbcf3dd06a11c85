import OpenAI from 'openai';
import { type Answered, forever, type Peer, type Task } from './peer.ts';
import { peerClocks } from './peer-clocks.ts';

type Params = OpenAI.ChatCompletionCreateParams;
const setUp = `timeout: ${peerClocks.attemptMs}; two retries, as by default`;

/** The official SDK: `create` with `stream: true`, and a loop over the chunks. */
export const openai: Peer = {
  name: 'openai',
  setUp,
  async call(task) {
    const { request, caller, onText } = task;
    if (request.stream === false) return wholeReply(task);
    const stream = await clientOf(task).chat.completions.create(
      { ...request, stream: true } as OpenAI.ChatCompletionCreateParamsStreaming,
      { signal: caller.signal },
    );
    let text = '';
    // A map: an index may be a billion, or `__proto__`.
    const calls = new Map<number, { name: string; arguments: string }>();
    for await (const { choices } of stream) {
      const delta = choices[0]?.delta;
      for (const { index, function: part } of delta?.tool_calls ?? []) {
        const call = calls.get(index) ?? { name: '', arguments: '' };
        calls.set(index, call);
        call.name += part?.name ?? '';
        call.arguments += part?.arguments ?? '';
      }
      const piece = delta?.content ?? '';
      if (piece === '') continue;
      text += piece;
      onText(piece);
      const then = caller.gets();
      if (then === 'stop-reading') await forever();
      if (then === 'leave') return 'left';
    }
    caller.hasAll();
    return { text, toolCalls: [...calls.values()] };
  },
};

/** The same SDK's `stream()` helper, which puts the reply together and looks whether it has finished. */
export const openaiHelper: Peer = {
  name: 'openai .stream()',
  setUp,
  async call(task) {
    const { request, caller, onText } = task;
    if (request.stream === false) return wholeReply(task);
    const stream = clientOf(task).chat.completions.stream(
      { ...request, stream: true } as OpenAI.ChatCompletionCreateParamsStreaming,
      { signal: caller.signal },
    );
    for await (const { choices } of stream) {
      const piece = choices[0]?.delta?.content ?? '';
      if (piece === '') continue;
      onText(piece);
      const then = caller.gets();
      if (then === 'stop-reading') await forever();
      if (then === 'leave') return 'left';
    }
    caller.hasAll();
    return gotOf(await stream.finalChatCompletion());
  },
};

function clientOf({ apiKey, baseURL, fetch }: Task): OpenAI {
  return new OpenAI({ apiKey, baseURL, fetch, timeout: peerClocks.attemptMs });
}

async function wholeReply(task: Task): Promise<Answered> {
  const { request, caller } = task;
  const params = { ...request, stream: false } as Params & { stream: false };
  return gotOf(await clientOf(task).chat.completions.create(params, { signal: caller.signal }));
}

function gotOf({ choices }: OpenAI.ChatCompletion): Answered {
  const message = choices[0]?.message;
  const calls = message?.tool_calls ?? [];
  return {
    text: message?.content ?? '',
    toolCalls: calls.flatMap((call) => (call.type === 'function' ? [call.function] : [])),
  };
}
