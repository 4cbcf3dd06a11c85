import {
  type AssistantMessage,
  assistant,
  type ChatCompletion,
  ChatError,
  type ChatMessage,
  type ChatRequest,
  isChatError,
  type PartialCompletion,
  type ProviderProfile,
  user,
} from '@farebox/core';
import type { Exchange, ExchangeContext, ExchangeEnd, OpenStep } from '../exchange.js';
import { cutOff } from './cut-off.js';
import { joined, plainTextOf } from './joined.js';
import { Unrepeated } from './repetition.js';

/** An answer that was cut off at the output ceiling is an error. */
export function throwOnLength(next: Exchange): Exchange {
  return async function* orThrow(request, context) {
    const end = yield* next(request, context);
    if (end.completion.choices.some((choice) => choice.finish_reason === 'length')) {
      throw cutOff(end.completion, request);
    }
    return end;
  };
}

export interface ContinueOptions {
  readonly continuations: number;
  /** Of the provider that goes on, where it has a way of its own. */
  readonly continuation: ProviderProfile['continuation'];
}

/**
 * Has the model go on with an answer that was cut off at the output ceiling, until it ends or brings nothing more.
 *
 * What can be gone on with is one answer in plain text: a reply that reasons, calls tools or refuses stays as it is.
 */
export function continueOnLength(
  next: Exchange,
  { continuations, continuation }: ContinueOptions,
): Exchange {
  return async function* goesOn(request, context) {
    checkRequest(request);
    const end = yield* next(request, context);
    const isRepeated = continuation?.repeats === true;
    let { completion } = end;
    for (let count = 0; count < continuations && plainTextOf(completion) !== undefined; count++) {
      const rest = restOf(request, completion, continuation);
      const more = yield* goOn(next, rest, context, { completion, isRepeated });
      const whole = joined(completion, more.completion, { isRepeated });
      if (whole === undefined) break;
      completion = whole;
    }
    return { ...end, completion };
  };
}

/** The answer as far as it goes, and whether its provider repeats it before it goes on. */
interface SoFar {
  readonly completion: ChatCompletion;
  readonly isRepeated: boolean;
}

/** One continuation; if it fails, the error has all of the answer so far. */
async function* goOn(
  next: Exchange,
  request: ChatRequest,
  context: ExchangeContext,
  soFar: SoFar,
): AsyncGenerator<string, ExchangeEnd, void> {
  const { completion, isRepeated } = soFar;
  const unrepeated = new Unrepeated({ text: plainTextOf(completion) ?? '', isRepeated });
  const open: OpenStep = (step) => context.open(step, unrepeated.restarted);
  try {
    return yield* unrepeated.read(next(request, { ...context, open }));
  } catch (error) {
    if (!isChatError(error)) throw error;
    throw error.with({
      delivered: true,
      partial: partialOf(error, soFar),
      cause: error.cause ?? cutOff(completion, request),
      ...(error.kind === 'budget' ? { gaveUp: 'budget' } : {}),
    });
  }
}

/** What there is of the whole answer when a continuation fails. */
function partialOf({ partial }: ChatError, { completion, isRepeated }: SoFar): PartialCompletion {
  if (partial === undefined) return completion;
  return joined(completion, partial, { isRepeated, isBroken: true }) ?? completion;
}

/** The request for the rest: in plain text, for a schema would have it begin anew. */
function restOf(
  request: ChatRequest,
  completion: ChatCompletion,
  continuation: ProviderProfile['continuation'],
): ChatRequest {
  const text = plainTextOf(completion) ?? '';
  const { response_format: format, ...rest } = request;
  const choice = request.tools === undefined ? {} : ({ tool_choice: 'none' } as const);
  const own: AssistantMessage = { ...assistant(text), ...continuation?.message };
  const messages: ChatMessage[] =
    continuation === undefined ? [assistant(text), user(instructionFor(format?.type))] : [own];
  return {
    ...rest,
    ...choice,
    ...continuation?.request,
    messages: [...request.messages, ...messages],
  };
}

function instructionFor(format: string | undefined): string {
  const json = format === 'json_schema' || format === 'json_object';
  return `You were cut off. Go on exactly where you stopped, in the middle of a word if need be. Repeat nothing, and write nothing before or after it.${json ? ' It is one JSON object: write what is left of its text, without a code fence.' : ''}`;
}

function checkRequest({ n }: ChatRequest): void {
  if ((n ?? 1) === 1) return;
  throw new ChatError({
    kind: 'configuration',
    message: `onLength is 'continue', and n is ${n}: only one answer can be gone on with.`,
    fix: "Leave n out, or use onLength: 'return' or 'throw'.",
  });
}
