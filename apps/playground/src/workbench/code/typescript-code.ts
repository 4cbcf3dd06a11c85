import type { ProviderName } from '@farebox/client';
import { takesTemperature } from '../../ask/takes-temperature.js';
import { parseSchema } from '../schema/parse-schema.js';
import type { Setup, SetupMessage, SetupTool } from '../setup/setup.js';
import { toChatMessages } from '../setup/to-chat-messages.js';
import { codeText } from './code-text.js';
import { codeValue } from './code-value.js';

/** A module that asks what is on the form, with Farebox: the same request, under the same budget. */
export function typescriptCode(setup: Setup, provider?: ProviderName): string {
  const { model, temperature, maxTokens, seed, stream, budgetUsd } = setup;
  const { system, question, builders } = asked(setup.messages);
  const names = toolNames(setup.tools);
  const running = setup.tools.some(({ result }) => result !== '');
  const waiting = setup.tools.some(({ result }) => result === '');
  const core = [...(waiting ? ['type FunctionTool'] : []), ...builders];
  const options = [
    ...(provider === undefined ? [] : [['provider', codeText(provider)]]),
    ['model', codeText(model)],
    ...(system === undefined ? [] : [['system', codeText(system)]]),
    ...(takesTemperature(model) ? [['temperature', String(temperature)]] : []),
    ...(maxTokens === undefined ? [] : [['max_completion_tokens', String(maxTokens)]]),
    ...(seed === undefined ? [] : [['seed', String(seed)]]),
    ...(stream ? [] : [['stream', 'false']]),
    ...(names.length === 0 ? [] : [['tools', `[${names.join(', ')}]`]]),
    ['budget', codeText(budgetUsd.trim())],
  ];
  return [
    `import { ChatClient${running ? ', defineTool' : ''} } from '@farebox/chat';`,
    ...(core.length === 0 ? [] : [`import { ${core.join(', ')} } from '@farebox/core';`]),
    ...(hasSchema(setup) ? ["import * as z from 'zod';"] : []),
    '',
    ...setup.tools.flatMap((tool, index) => [...toolCode(tool, names[index] ?? ''), '']),
    ...(hasSchema(setup) ? [...schemaCode(setup.schema), ''] : []),
    'const client = new ChatClient({',
    ...options.map(([name, value]) => `  ${name}: ${value},`),
    '});',
    '',
    ...askCode(setup, question),
    '',
  ].join('\n');
}

/** The whole of most forms is a system message and a question; any other is a list. */
function asked(messages: readonly SetupMessage[]) {
  const said = messages.filter(({ role, content }) => role !== 'system' || content !== '');
  const [first, second] = said;
  if (said.length === 1 && first?.role === 'user') {
    return { question: codeText(first.content), builders: [] };
  }
  if (said.length === 2 && first?.role === 'system' && second?.role === 'user') {
    return { system: first.content, question: codeText(second.content), builders: [] };
  }
  const lines = toChatMessages(said).map((message) => {
    if (message.role === 'tool') {
      return `tool(${codeText(message.tool_call_id)}, ${codeText(String(message.content))})`;
    }
    if (message.role === 'assistant' && message.tool_calls !== undefined) {
      return codeValue(message, '  ');
    }
    return `${message.role}(${codeText(String(message.content))})`;
  });
  const builders = [...new Set(lines.flatMap((line) => /^(\w+)\(/.exec(line)?.[1] ?? []))].sort();
  return { question: `[\n${lines.map((line) => `  ${line},\n`).join('')}]`, builders };
}

function hasSchema({ schema }: Setup): boolean {
  return schema.trim() !== '';
}

/** Imports that a function's variable could be called as well. */
const importedNames = ['defineTool', 'FunctionTool'] as const;

/** Names for variables: the functions' own, as JavaScript writes them. */
function toolNames(tools: readonly SetupTool[]): readonly string[] {
  const names: string[] = [...importedNames];
  for (const { name } of tools) {
    const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
    const joined = words.map((word, index) => (index === 0 ? word : capital(word))).join('');
    // With a word in front it is none of the language's, and begins with no digit.
    const base = `${joined === '' ? 'a' : joined}Tool`.replace(/^(?=\d)/, '_');
    const taken = names.filter((other) => other === base || other.startsWith(`${base}_`)).length;
    names.push(taken === 0 ? base : `${base}_${taken + 1}`);
  }
  return names.slice(importedNames.length);
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function toolCode({ name, description, parameters, result }: SetupTool, variable: string) {
  const told = description === '' ? {} : { description };
  const { schema = {} } = parseSchema(parameters);
  if (result === '') {
    const definition = { type: 'function', function: { name, ...told, parameters: schema } };
    return [
      '// Its calls are yours to answer: they come in toolCalls.',
      `const ${variable}: FunctionTool = ${codeValue(definition)};`,
    ];
  }
  return [
    `const ${variable} = defineTool({`,
    ...Object.entries({ name, ...told, parameters: schema }).map(
      ([key, value]) => `  ${key}: ${codeValue(value, '  ')},`,
    ),
    `  run: () => ${codeText(result)},`,
    '});',
  ];
}

function schemaCode(text: string): string[] {
  return [
    '// Sent as it is written here, and checked by zod.',
    `const json = ${codeValue(parseSchema(text).schema ?? {})};`,
    "const { validate } = z.fromJSONSchema(json as Parameters<typeof z.fromJSONSchema>[0])['~standard'];",
    "const standard = { version: 1, vendor: 'json-schema', validate, jsonSchema: { input: () => json } } as const;",
    "const schema = { '~standard': standard };",
  ];
}

function askCode(setup: Setup, question: string): string[] {
  const options = hasSchema(setup) ? ', { schema }' : '';
  const call = (method: string) => `client.${method}(${question}${options})`;
  const told = [
    ...(setup.tools.some(({ result }) => result === '') ? ['toolCalls'] : []),
    ...(hasSchema(setup) ? ['value'] : setup.stream ? [] : ['text']),
    'costUsd',
  ];
  const print = `console.log(${told.join(', ')});`;
  if (!setup.stream) return [`const { ${told.join(', ')} } = await ${call('ask')};`, print];
  return [
    `const stream = ${call('stream')};`,
    hasSchema(setup)
      ? 'for await (const partial of stream.partials()) console.log(partial);'
      : 'for await (const text of stream) process.stdout.write(text);',
    `const { ${told.join(', ')} } = await stream.answer;`,
    print,
  ];
}
