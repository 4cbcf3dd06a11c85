import { Tiktoken } from 'js-tiktoken/lite';
import o200k from 'js-tiktoken/ranks/o200k_base';
import { expect } from 'vitest';
import type { BilledRequest } from '../src/books/books.js';
import type { Exchange } from '../src/recording/recording.js';
import { handBill } from './hand-bill.js';

// A second tokenizer, and the rules and prices written down again by hand: nothing of the simulator counts here.
const tokenizer = new Tiktoken(o200k);
const count = (text: string) => tokenizer.encode(text, [], []).length;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

interface Call {
  function: { name: string; arguments: string };
}
interface Message {
  role: string;
  content?: string | { type: 'text'; text: string }[] | null;
  name?: string;
  tool_calls?: Call[];
}
interface Said {
  content: string;
  calls: { name: string; arguments: string }[];
}

/** Recounts and re-adds everything that was answered; what was refused must cost nothing. */
export function expectHonestBooks(
  lines: readonly BilledRequest[],
  exchanges: readonly Exchange[],
): void {
  const chats = exchanges.filter(({ request }) => request.path.endsWith('/chat/completions'));
  expect(lines).toHaveLength(chats.length);
  expect(lines.some(({ ended }) => ended === 'completed')).toBe(true);
  for (const [index, line] of lines.entries()) {
    const { usage, cost, estimated } = line;
    const exchange = chats[index];
    if (exchange === undefined || line.ended === 'refused') {
      expect(cost).toBe(0n);
      continue;
    }
    expect({ ...line, usage: undefined }).toMatchObject({ ended: 'completed', status: 200 });
    expect(estimated).toBe(false);
    const request = JSON.parse(exchange.request.body);
    expect(usage.prompt_tokens).toBe(promptTokens(request));
    const body = bodyOf(exchange);
    const reported = reportedIn(body);
    expect(usage.completion_tokens).toBe(completionTokens(body) + reported.reasoningTokens);
    expect(line.serviceTier).toBe(reported.serviceTier);
    const { cached_tokens: cached = 0, cache_write_tokens: written = 0 } =
      usage.prompt_tokens_details ?? {};
    expect(cached + written).toBeLessThanOrEqual(usage.prompt_tokens);
    expect(cost).toBe(
      handBill({
        model: request.model,
        serviceTier: reported.serviceTier,
        promptTokens: usage.prompt_tokens,
        cachedTokens: cached,
        writtenTokens: written,
        outputTokens: usage.completion_tokens,
      }),
    );
  }
}

function promptTokens(request: {
  messages: Message[];
  tools?: unknown[];
  response_format?: { type: string; json_schema?: unknown };
}): number {
  const { messages, tools = [], response_format: format } = request;
  return (
    3 +
    sum(messages.map(messageTokens)) +
    sum(tools.map((tool) => count(JSON.stringify(tool)))) +
    (format?.json_schema === undefined ? 0 : count(JSON.stringify(format.json_schema)))
  );
}

function messageTokens({ role, content, name, tool_calls: calls = [] }: Message): number {
  const texts = typeof content === 'string' ? [content] : (content ?? []).map(({ text }) => text);
  return (
    3 +
    count(role) +
    sum(texts.map(count)) +
    (name === undefined ? 0 : 1 + count(name)) +
    sum(calls.map((call) => count(call.function.name) + count(call.function.arguments)))
  );
}

function completionTokens(body: string): number {
  const said = body.startsWith('{') ? saidInJson(body) : saidInEvents(body);
  return sum(
    [...said.values()].map(
      ({ content, calls }) =>
        count(content) + sum(calls.map((call) => count(call.name) + count(call.arguments))),
    ),
  );
}

/** What only the reply can say: how long it thought, which nobody can recount, and for which tier. */
function reportedIn(body: string): { reasoningTokens: number; serviceTier: string } {
  const replies = body.startsWith('{')
    ? [JSON.parse(body)]
    : body
        .split('\n')
        .flatMap((line) => (line.startsWith('data: {') ? [JSON.parse(line.slice(6))] : []));
  const details = replies.at(-1).usage?.completion_tokens_details;
  return {
    reasoningTokens: details?.reasoning_tokens ?? 0,
    serviceTier: replies[0].service_tier,
  };
}

function saidInJson(body: string): Map<number, Said> {
  const choices: { index: number; message: Message }[] = JSON.parse(body).choices;
  return new Map(
    choices.map(({ index, message }) => [
      index,
      {
        content: typeof message.content === 'string' ? message.content : '',
        calls: (message.tool_calls ?? []).map((call) => ({ ...call.function })),
      },
    ]),
  );
}

function saidInEvents(body: string): Map<number, Said> {
  const said = new Map<number, Said>();
  for (const line of body.split('\n')) {
    if (!line.startsWith('data: {')) continue;
    for (const { index, delta } of JSON.parse(line.slice(6)).choices) {
      const choice = said.get(index) ?? { content: '', calls: [] };
      said.set(index, choice);
      choice.content += delta.content ?? '';
      for (const { index: position, function: part } of delta.tool_calls ?? []) {
        const call = choice.calls[position] ?? { name: '', arguments: '' };
        call.name += part.name ?? '';
        call.arguments += part.arguments ?? '';
        choice.calls[position] = call;
      }
    }
  }
  return said;
}

function bodyOf({ response }: Exchange): string {
  if (typeof response === 'string') throw new TypeError(`The request ended ${response}.`);
  return response.chunks.map((chunk) => ('text' in chunk ? chunk.text : '')).join('');
}
