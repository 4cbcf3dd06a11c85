import {
  ChatClient,
  type ChatClientOptions,
  defineTool,
  type ToolList,
  type TypedSchema,
} from '@farebox/chat';
import type { ChatMessage } from '@farebox/core';
import { takesTemperature } from '../ask/takes-temperature.js';
import { parseSchema } from './schema/parse-schema.js';
import { typedSchema } from './schema/typed-schema.js';
import type { Setup, SetupTool } from './setup/setup.js';
import { toChatMessages } from './setup/to-chat-messages.js';

/** What a form means for a `ChatClient`. */
export interface Asking {
  readonly messages: readonly ChatMessage[];
  readonly parameters: Pick<
    ChatClientOptions,
    'model' | 'temperature' | 'max_completion_tokens' | 'seed' | 'stream'
  >;
  readonly tools: ToolList;
  readonly schema: TypedSchema<unknown> | undefined;
}

/** The form as it is asked, without the columns: see `columnSetup`. A form with a problem (`setupProblem`) is none. */
export function askingOf(setup: Setup): Asking {
  const { model, temperature, maxTokens, seed, stream } = setup;
  return {
    messages: toChatMessages(setup.messages),
    parameters: {
      model,
      ...(takesTemperature(model) && { temperature }),
      ...(maxTokens !== undefined && { max_completion_tokens: maxTokens }),
      ...(seed !== undefined && { seed }),
      ...(!stream && { stream: false }),
    },
    tools: setup.tools.map(toolOf),
    schema: schemaOf(setup),
  };
}

/** How the client is to be reached and watched, and what it may spend. */
export type Surroundings = Omit<ChatClientOptions, keyof Asking['parameters'] | 'tools'>;

/** The answer as it will arrive; nothing is sent before it is read. */
export function streamOf(asking: Asking, surroundings: Surroundings, signal?: AbortSignal) {
  const { messages, parameters, tools, schema } = asking;
  const client = new ChatClient({
    ...surroundings,
    ...parameters,
    ...(tools.length > 0 && { tools }),
  });
  return client.stream(messages, { signal, ...(schema !== undefined && { schema }) });
}

/** One with a result answers by itself; the calls of any other are the reader's to answer. */
function toolOf({ name, description, parameters: text, result }: SetupTool): ToolList[number] {
  const parameters = { ...parseSchema(text).schema };
  const told = description === '' ? {} : { description };
  if (result !== '') return defineTool({ name, ...told, parameters, run: () => result });
  return { type: 'function', function: { name, ...told, parameters } };
}

function schemaOf({ schema: text }: Setup): TypedSchema<unknown> | undefined {
  const { schema } = text.trim() === '' ? {} : parseSchema(text);
  return schema === undefined ? undefined : typedSchema(schema);
}
