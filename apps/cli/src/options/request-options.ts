import type { ConnectionOptions } from '@farebox/chat';
import { ChatError } from '@farebox/core';
import { ownParameters } from './request-parameters.js';

/** Parameters of the request that no flag stands for, by name; each as it goes into the body. */
export type RequestOptions = Readonly<Record<string, unknown>>;

/** Words that `ChatClient` has for itself, and never sends. */
type ClientWord = {
  [Name in keyof ConnectionOptions]-?: Name extends Lowercase<Name> ? Name : never;
}[keyof ConnectionOptions];

const clientWords: Readonly<Record<ClientWord, true>> = {
  provider: true,
  fetch: true,
  transport: true,
  profile: true,
  limits: true,
  prices: true,
  limiter: true,
  breaker: true,
  retry: true,
  clocks: true,
  fallback: true,
  resumptions: true,
  budget: true,
  ledger: true,
  fit: true,
  drain: true,
  tags: true,
  observe: true,
  clock: true,
  random: true,
  continuations: true,
  reasks: true,
};

/**
 * Collects `name=value` for the body of the request. The value is JSON where it is some, and text where it is not:
 * `top_p=0.9` is a number, `stop=END` a text, `logit_bias={"50256":-100}` an object.
 *
 * @throws {ChatError} `configuration` for what has a flag of its own, and for what is no parameter.
 */
export function requestOption(text: string, before: RequestOptions = {}): RequestOptions {
  const [, name, value = ''] = /^([a-z][a-z0-9_]*)=([\s\S]*)$/.exec(text) ?? [];
  if (name === undefined) {
    throw wrong('--option is not name=value.', 'Write it as in --option top_p=0.9.');
  }
  const said = Object.hasOwn(ownParameters, name)
    ? ownParameters[name as keyof typeof ownParameters]
    : undefined;
  if (said !== undefined) throw wrong(`--option cannot set ${name}.`, said);
  if (Object.hasOwn(clientWords, name) || name === 'system') {
    throw wrong(`--option cannot set ${name}.`, 'It is no parameter of a request.');
  }
  if (Object.hasOwn(before, name)) {
    throw wrong(`--option gives ${name} two values.`, 'Give each parameter once.');
  }
  return { ...before, [name]: readValue(value) };
}

function readValue(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    // 1e999 is no number that JSON could carry.
    return typeof value === 'number' && !Number.isFinite(value) ? text : value;
  } catch {
    return text;
  }
}

function wrong(message: string, fix: string): ChatError {
  return new ChatError({ kind: 'configuration', message, fix });
}
