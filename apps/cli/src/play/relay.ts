import type { IncomingMessage, ServerResponse } from 'node:http';
import { clocks, deadline, fetchTransport, providerOf } from '@farebox/client';
import { type ChatRequest, isChatError, stack } from '@farebox/core';
import { budgetScope, meter, priceLists, type Receipt } from '@farebox/cost';
import { connectToServer } from '../endpoint/connect.js';
import type { Endpoint } from '../endpoint/resolve-endpoint.js';
import type { Io } from '../io/io.js';
import { explained } from '../report/refusal.js';
import { type Books, openBooks } from '../state/books.js';
import { errorReply } from './error-reply.js';
import { readCall } from './read-call.js';
import { RelayedReply } from './relayed-reply.js';
import { sendReply } from './send-reply.js';

export interface RelayOptions {
  readonly endpoint: Extract<Endpoint, { readonly kind: 'server' }>;
  /** The only ones that are asked. */
  readonly models: readonly string[];
  readonly session?: string | undefined;
  /** US dollars as decimal text, for one call. */
  readonly maxCost?: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly onReceipt: (receipt: Receipt) => void;
  readonly io: Io;
}

/** Answers one call of the page; it resolves once its money is settled, and never rejects. */
export type Relay = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;

/**
 * Calls of the page, with the key that stays here: each is one attempt, under the same budgets and in the same ledger
 * as a question of the command. Whether to try again is the page's choice.
 */
export function relayTo(options: RelayOptions): Relay {
  return async (incoming, outgoing) => {
    const gone = new AbortController();
    outgoing.once('close', () => gone.abort());
    const left = AbortSignal.any([gone.signal, options.io.interrupted]);
    let reply: RelayedReply | undefined;
    try {
      const request = await readCall(incoming, options.models);
      const { endpoint, io } = options;
      const { fetch: send = globalThis.fetch, ...connection } = connectToServer(endpoint, io);
      reply = new RelayedReply({ outgoing, left, send, key: endpoint.apiKey });
      await relayCall(request, { ...options, ...connection, reply, left });
      outgoing.end();
    } catch (error) {
      if (!outgoing.headersSent) sendReply(outgoing, reply?.refusal() ?? errorReply(error));
      else if (isInBytes(error, reply)) outgoing.end();
      else outgoing.destroy();
    }
  };
}

/** Whether what failed stands in the bytes that the page has: its own client finds it, and says it better. */
function isInBytes(error: unknown, reply: RelayedReply | undefined): boolean {
  if (reply?.end !== 'open') return reply?.end === 'whole';
  return isChatError(error) && !['aborted', 'budget', 'store', 'timeout'].includes(error.kind);
}

interface OneCall extends RelayOptions {
  readonly baseURL: string | undefined;
  readonly apiKey?: string | undefined;
  readonly reply: RelayedReply;
  readonly left: AbortSignal;
}

async function relayCall(request: ChatRequest, call: OneCall): Promise<void> {
  const { endpoint, session, maxCost, io } = call;
  // For each call, because budgets may be set and raised while the page is open.
  const books = await openBooks({ session, maxCost, log: true }, endpoint, io);
  try {
    const stream = await paidCall(books, call)(request, {
      signal: call.left,
      clock: io.clock,
      tags: session === undefined ? call.tags : { ...call.tags, session },
    });
    for await (const _ of stream.text()) await call.reply.untilTaken();
  } catch (error) {
    throw explained(error, { budgets: books.budgets, endpoint, at: io.clock.now() });
  } finally {
    await books.ledger.close();
  }
}

function paidCall({ ledger, scopes }: Books, call: OneCall) {
  const { endpoint, baseURL, apiKey, reply, onReceipt } = call;
  const { profile, prices } = providerOf(endpoint.provider ?? 'openai');
  const layers = stack(
    deadline(),
    budgetScope(...scopes),
    meter({ ledger, prices: priceLists[prices], onReceipt }),
    clocks(),
  );
  return layers(fetchTransport({ apiKey, baseURL, fetch: reply.fetch, profile }));
}
