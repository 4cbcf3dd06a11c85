import type { ChatMessage } from '@farebox/core';
import {
  type Column,
  freshKey,
  newMessage,
  type Role,
  type Setup,
  type SetupMessage,
  type SetupTool,
  type SetupToolCall,
  setupLimits,
} from './setup.js';
import { toSetupMessages } from './to-setup-messages.js';

/** The plain fields of the form. */
type Fields = Pick<
  Setup,
  'model' | 'temperature' | 'maxTokens' | 'seed' | 'stream' | 'schema' | 'budgetUsd'
>;

export type SetupAction =
  | { readonly type: 'load'; readonly setup: Setup }
  | { readonly type: 'set'; readonly fields: Partial<Fields> }
  | { readonly type: 'add-message' }
  | {
      readonly type: 'change-message';
      readonly key: number;
      readonly part: Partial<Omit<SetupMessage, 'key'>>;
    }
  | { readonly type: 'remove-message'; readonly key: number }
  | { readonly type: 'move-message'; readonly key: number; readonly by: -1 | 1 }
  | { readonly type: 'add-call'; readonly key: number }
  | {
      readonly type: 'change-call';
      readonly key: number;
      readonly index: number;
      readonly part: Partial<SetupToolCall>;
    }
  | { readonly type: 'remove-call'; readonly key: number; readonly index: number }
  | { readonly type: 'add-tool' }
  | {
      readonly type: 'change-tool';
      readonly key: number;
      readonly part: Partial<Omit<SetupTool, 'key'>>;
    }
  | { readonly type: 'remove-tool'; readonly key: number }
  | { readonly type: 'add-column' }
  | { readonly type: 'change-column'; readonly column: Column }
  | { readonly type: 'remove-column'; readonly key: number }
  /** Goes on with what was answered. */
  | { readonly type: 'keep'; readonly messages: readonly ChatMessage[] };

/** The form after something was done to it. What a full form has no room for, and what is no longer there, changes nothing. */
export function nextSetup(setup: Setup, action: SetupAction): Setup {
  const { messages, tools, columns } = setup;
  const key = freshKey(setup);
  switch (action.type) {
    case 'load':
      return action.setup;
    case 'set':
      return { ...setup, ...action.fields };
    case 'add-message': {
      if (messages.length >= setupLimits.messages) return setup;
      return { ...setup, messages: [...messages, newMessage(key, nextRole(messages))] };
    }
    case 'change-message':
      return { ...setup, messages: replaced(messages, action.key, (m) => as(m, action.part)) };
    case 'remove-message':
      return { ...setup, messages: without(messages, action.key) };
    case 'move-message':
      return { ...setup, messages: moved(messages, action.key, action.by) };
    case 'add-call':
      return changeCalls(setup, action.key, (calls) =>
        calls.length < setupLimits.toolCalls ? [...calls, newCall(messages)] : calls,
      );
    case 'change-call':
      return changeCalls(setup, action.key, (calls) =>
        calls.map((call, index) => (index === action.index ? { ...call, ...action.part } : call)),
      );
    case 'remove-call':
      return changeCalls(setup, action.key, (calls) =>
        calls.filter((_, index) => index !== action.index),
      );
    case 'add-tool':
      if (tools.length >= setupLimits.tools) return setup;
      return { ...setup, tools: [...tools, newTool(key, tools)] };
    case 'change-tool':
      return {
        ...setup,
        tools: replaced(tools, action.key, (tool) => ({ ...tool, ...action.part })),
      };
    case 'remove-tool':
      return { ...setup, tools: without(tools, action.key) };
    case 'add-column':
      if (columns.length >= setupLimits.columns) return setup;
      return { ...setup, columns: [...columns, { key }] };
    case 'change-column':
      return { ...setup, columns: replaced(columns, action.column.key, () => action.column) };
    case 'remove-column':
      return columns.length === 1 ? setup : { ...setup, columns: without(columns, action.key) };
    case 'keep': {
      const kept = toSetupMessages(action.messages, key);
      const room = setupLimits.messages - messages.length;
      return kept.length + 1 > room
        ? setup
        : { ...setup, messages: [...messages, ...kept, newMessage(key + kept.length, 'user')] };
    }
  }
}

/** Who speaks next: after the user the assistant, otherwise the user. */
function nextRole(messages: readonly SetupMessage[]): Role {
  return messages.at(-1)?.role === 'user' ? 'assistant' : 'user';
}

/** Calls are an assistant's alone, and only a tool answers one. */
function as(message: SetupMessage, part: Partial<Omit<SetupMessage, 'key'>>): SetupMessage {
  const changed = { ...message, ...part };
  return {
    ...changed,
    toolCalls: changed.role === 'assistant' ? changed.toolCalls : [],
    toolCallId: changed.role === 'tool' ? changed.toolCallId : '',
  };
}

function changeCalls(
  setup: Setup,
  key: number,
  change: (calls: readonly SetupToolCall[]) => readonly SetupToolCall[],
): Setup {
  const messages = replaced(setup.messages, key, (message) =>
    as(message, { toolCalls: change(message.toolCalls) }),
  );
  return { ...setup, messages };
}

function newCall(messages: readonly SetupMessage[]): SetupToolCall {
  const taken = new Set(messages.flatMap(({ toolCalls }) => toolCalls.map(({ id }) => id)));
  let number = taken.size + 1;
  while (taken.has(`call_${number}`)) number++;
  return { id: `call_${number}`, name: '', arguments: '{}' };
}

function newTool(key: number, others: readonly SetupTool[]): SetupTool {
  const taken = new Set(others.map(({ name }) => name));
  let name = 'get_weather';
  for (let number = 2; taken.has(name); number++) name = `get_weather_${number}`;
  const parameters = {
    type: 'object',
    properties: { city: { type: 'string' } },
    required: ['city'],
    additionalProperties: false,
  };
  return {
    key,
    name,
    description: 'The weather in a city now.',
    parameters: JSON.stringify(parameters, null, 2),
    result: '',
  };
}

function replaced<Item extends { readonly key: number }>(
  items: readonly Item[],
  key: number,
  change: (item: Item) => Item,
): readonly Item[] {
  return items.map((item) => (item.key === key ? change(item) : item));
}

function without<Item extends { readonly key: number }>(items: readonly Item[], key: number) {
  return items.filter((item) => item.key !== key);
}

function moved(messages: readonly SetupMessage[], key: number, by: -1 | 1) {
  const from = messages.findIndex((message) => message.key === key);
  const message = messages[from];
  if (message === undefined || from + by < 0 || from + by >= messages.length) return messages;
  return messages.filter((other) => other !== message).toSpliced(from + by, 0, message);
}
