import { failUnreachable } from '../faults/network-unreachable.js';
import { isBilled, type StandIn, standIn } from '../faults/stand-in.js';
import { asSent, leaveUnanswered, unansweredBy } from '../faults/wire-fault-asked.js';
import type { Arrival, Provider } from '../provider.js';
import { type Dice, dice } from '../random/dice.js';
import { errorResponse } from '../refusal/error-response.js';
import { Refusal } from '../refusal/refusal.js';
import type { SimulatedReply } from '../reply/plain-reply.js';
import { type ChatCall, readCall } from './chat-call.js';
import { limitHeaders } from './limit-headers.js';
import { makeReply } from './make-reply.js';
import { sendReply } from './send-reply.js';

/**
 * `POST /chat/completions`: one line in the books, one step of the fault script.
 *
 * The line of a refused request says so.
 */
export async function chatCompletions(
  provider: Provider,
  arrival: Arrival,
): Promise<SimulatedReply> {
  await failUnreachable(provider, arrival);
  const line = provider.arrived(arrival.id);
  try {
    const call = await readCall(provider, arrival, line);
    const instead = standInFor(provider, call);
    if (instead !== undefined) return await answerInstead(provider, call, instead);
    const unanswered = unansweredBy(call.asked);
    if (unanswered !== undefined) {
      if (isBilled(unanswered.settings, billingDice(provider, arrival))) {
        await billUnsent(provider, call);
      }
      return await leaveUnanswered(unanswered, provider, arrival, line);
    }
    const response = await sendReply(provider, call, await makeReply(provider, call));
    line.answer(response.status);
    // Not awaited: what fetch throws from here on is no failure of the provider's.
    return asSent(response, call.asked, arrival, provider.clock);
  } catch (error) {
    if (!(error instanceof Refusal)) {
      line.end(arrival.signal?.aborted === true ? 'disconnected' : 'failed');
      throw error;
    }
    line.answer(error.status);
    line.end('refused');
    const limits = limitHeaders(provider, line.request().model);
    return errorResponse(error, limits);
  }
}

function standInFor(provider: Provider, { arrival, model, asked }: ChatCall): StandIn | undefined {
  const { id: requestId, request } = arrival;
  const { headers, url } = request;
  const context = { url: new URL(url), headers, requestId, model: model ?? 'gpt-4o-mini' };
  return standIn(asked, context, billingDice(provider, arrival));
}

function billingDice({ seed }: Provider, { number }: Arrival): Dice {
  return dice(`${seed.any}:billed:${number}`);
}

/** Answers with what stands in for the model. */
async function answerInstead(
  provider: Provider,
  call: ChatCall,
  { response, billed, refused }: StandIn,
): Promise<Response> {
  const { line } = call;
  if (billed) await billUnsent(provider, call);
  line.answer(response.status);
  line.end(refused ? 'refused' : 'failed');
  return response;
}

/** Bills an answer that is never sent; a request that the model would have refused bills nothing. */
async function billUnsent(provider: Provider, call: ChatCall): Promise<void> {
  try {
    const { wholeTokens } = await makeReply(provider, call);
    call.line.generated(wholeTokens);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}
