import { Tiktoken } from 'js-tiktoken/lite';
import o200k from 'js-tiktoken/ranks/o200k_base';
import { expect } from 'vitest';
import type { BilledRequest } from '../src/books/books.js';
import type { Exchange } from '../src/recording/recording.js';

// A second tokenizer, and the rules and prices written down again by hand: nothing of the simulator counts here.
const tokenizer = new Tiktoken(o200k);
const count = (text: string) => tokenizer.encode(text, [], []).length;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** What gpt-4o-mini costs, in picodollars a token: $0.15, $0.075 and $0.60 a million. */
const picodollars = { fresh: 150_000n, cached: 75_000n, output: 600_000n };

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
    expect(usage.completion_tokens).toBe(completionTokens(bodyOf(exchange)));
    const cached = usage.prompt_tokens_details?.cached_tokens ?? 0;
    expect(cost).toBe(
      BigInt(usage.prompt_tokens - cached) * picodollars.fresh +
        BigInt(cached) * picodollars.cached +
        BigInt(usage.completion_tokens) * picodollars.output,
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
