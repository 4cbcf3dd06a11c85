import {
  ChatClient,
  type ChatClientOptions,
  type ConversationOptions,
  type Question as Prompt,
  type TypedSchema,
} from '@farebox/chat';
import { isChatError, type Scope } from '@farebox/core';
import { memoryLedger, type Receipt } from '@farebox/cost';
import type { Io } from '../io/io.js';
import { CaughtRequest, type CaughtRequestFacts } from '../report/caught-request.js';

/** A question, and what it is asked with. */
export interface Question {
  readonly prompt: Prompt;
  readonly schema: TypedSchema<unknown> | undefined;
  /** Of a client with an address; nothing reaches it. */
  readonly settings: ChatClientOptions;
  /** What it goes on with, if it does. */
  readonly conversation?: ConversationOptions | undefined;
}

export interface WouldSend extends CaughtRequestFacts {
  /** Of the attempt that did not take place: what was set aside for it. */
  readonly receipt: Receipt | undefined;
  /** How many of the conversation's oldest turns are not in it, because they do not fit. */
  readonly leftOutTurns: number;
}

/** The request as it would leave, with these limits; nothing, where one of them refuses it. It is not sent. */
export async function wouldSend(
  { prompt, schema, settings, conversation }: Question,
  budget: readonly Scope[],
  io: Io,
): Promise<WouldSend | undefined> {
  const caught = new CaughtRequest();
  let receipt: Receipt | undefined;
  let leftOutTurns = 0;
  const client = new ChatClient({
    ...settings,
    fetch: caught.fetch,
    retry: false,
    budget,
    ledger: memoryLedger({ now: () => io.clock.now() }),
    clock: io.clock,
    observe: (event) => {
      if (event.type === 'receipt') receipt = event.receipt;
      if (event.type === 'context-trimmed') leftOutTurns = event.leftOutTurns;
    },
  });
  try {
    const asked = conversation === undefined ? client : client.conversation(conversation);
    await asked.ask(prompt, { signal: io.interrupted, ...(schema && { schema }) });
  } catch (error) {
    if (isChatError(error) && error.kind === 'budget') return undefined;
    if (caught.facts === undefined || io.interrupted.aborted) throw error;
  }
  return caught.facts && { ...caught.facts, receipt, leftOutTurns };
}
