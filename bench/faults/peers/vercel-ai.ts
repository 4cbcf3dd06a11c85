import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { ChatRequest } from '@farebox/core';
import { generateText, jsonSchema, type ModelMessage, streamText, type ToolSet, tool } from 'ai';
import { forever, type Peer } from './peer.ts';
import { peerClocks } from './peer-clocks.ts';

const { totalMs, chunkMs } = peerClocks;

/** The AI SDK over its provider for OpenAI-compatible servers, read from its full stream, where errors are. */
export const vercelAi: Peer = {
  name: 'ai',
  setUp: `timeout: { totalMs: ${totalMs}, chunkMs: ${chunkMs} }; two retries, as by default; read from fullStream, where an error, an abort or an unknown finish is taken for a failure`,
  async call({ baseURL, apiKey, fetch, request, caller, onText }) {
    const { model, messages, max_completion_tokens: maxOutputTokens } = request;
    const provider = createOpenAICompatible({
      name: 'peer',
      baseURL,
      apiKey,
      fetch,
      includeUsage: true,
    });
    const settings = {
      model: provider(model),
      messages: messages as ModelMessage[],
      abortSignal: caller.signal,
      timeout: { totalMs, chunkMs },
      ...(maxOutputTokens ? { maxOutputTokens } : {}),
      ...toolsOf(request),
    };
    if (request.stream === false) {
      const { text, toolCalls } = await generateText(settings);
      return { text, toolCalls: toolCalls.map(toCall) };
    }
    let failure: unknown;
    const result = streamText({ ...settings, onError: () => {} });
    let text = '';
    const calls: { name: string; arguments: unknown }[] = [];
    for await (const part of result.fullStream) {
      if (part.type === 'error') failure ??= part.error;
      if (part.type === 'abort') failure ??= new Error(`aborted: ${part.reason}`);
      if (part.type === 'finish' && ['error', 'other', 'unknown'].includes(part.finishReason)) {
        failure ??= new Error(`finishReason ${part.finishReason}`);
      }
      if (part.type === 'tool-call') calls.push(toCall(part));
      if (part.type !== 'text-delta') continue;
      text += part.text;
      onText(part.text);
      const then = caller.gets();
      if (then === 'stop-reading') await forever();
      if (then === 'leave') return 'left';
    }
    if (failure !== undefined) throw failure;
    caller.hasAll();
    return { text, toolCalls: calls };
  },
};

function toolsOf({ tools = [] }: ChatRequest): { tools?: ToolSet; toolChoice?: 'required' } {
  const entries = tools.flatMap((each) => {
    if (each.type !== 'function') return [];
    const { name, description, parameters } = each.function;
    const inputSchema = jsonSchema(parameters as Parameters<typeof jsonSchema>[0]);
    return [[name, tool({ ...(description ? { description } : {}), inputSchema })] as const];
  });
  return entries.length === 0
    ? {}
    : { tools: Object.fromEntries(entries) as ToolSet, toolChoice: 'required' };
}

function toCall({ toolName, input }: { toolName: string; input: unknown }) {
  return { name: toolName, arguments: input };
}
