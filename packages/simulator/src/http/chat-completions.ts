import type { BillingLine } from '../books/books.js';
import { type StandIn, standIn } from '../faults/stand-in.js';
import type { Arrival, Provider } from '../provider.js';
import { dice } from '../random/dice.js';
import { type ChatCall, readCall } from './chat-call.js';
import { errorResponse } from './error-response.js';
import { makeReply } from './make-reply.js';
import { Refusal } from './refusal.js';
import { sendReply } from './send-reply.js';
import { modelNames, servedModel } from './served-model.js';

/**
 * `POST /chat/completions`: one line in the books, one step of the fault script.
 *
 * The line of a refused request says so.
 */
export async function chatCompletions(provider: Provider, arrival: Arrival): Promise<Response> {
  const line = provider.arrived(arrival.id);
  try {
    const call = await readCall(provider, arrival, line);
    const instead = standInFor(provider, call);
    if (instead !== undefined) return await answerInstead(provider, call, instead);
    const response = await sendReply(provider, call, await makeReply(provider, call));
    line.answer(response.status);
    return withLimits(provider, line, response);
  } catch (error) {
    if (!(error instanceof Refusal)) {
      line.end(arrival.signal?.aborted === true ? 'disconnected' : 'failed');
      throw error;
    }
    line.answer(error.status);
    line.end('refused');
    return withLimits(provider, line, errorResponse(error));
  }
}

function standInFor({ seed }: Provider, { arrival, model, asked }: ChatCall): StandIn | undefined {
  const { id: requestId, number, request } = arrival;
  const context = { headers: request.headers, requestId, model: model ?? 'gpt-4o-mini' };
  return standIn(asked, context, dice(`${seed.any}:billed:${number}`));
}

/** Answers with what stands in for the model; a request that it would have refused bills nothing. */
async function answerInstead(
  provider: Provider,
  call: ChatCall,
  { response, billed }: StandIn,
): Promise<Response> {
  const { line } = call;
  if (billed) {
    try {
      const { wholeTokens } = await makeReply(provider, call);
      line.generated(wholeTokens);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  line.answer(response.status);
  line.end(response.status >= 500 ? 'failed' : 'refused');
  return response;
}

/** What a model that is served has left of its limits; nothing about a model that is not. */
function withLimits({ limiter }: Provider, line: BillingLine, response: Response): Response {
  const { model } = line.request();
  if (model === undefined || !modelNames().includes(model)) return response;
  const headers = limiter.headers(servedModel(model).listed.id);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}
