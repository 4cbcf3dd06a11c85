import type { ChatRequest } from '@farebox/core';
import type { BillingLine } from '../books/books.js';
import type { Fault } from '../faults/fault.js';
import { faults } from '../faults/faults.js';
import { faultsOf, type NamedFault, parseFaultHeader } from '../faults/script.js';
import type { Arrival, Provider } from '../provider.js';
import { answerPlan } from '../wire/answer-plan.js';
import { replyBody } from '../wire/body.js';
import { dueMs } from '../wire/pace.js';
import type { ReplyPlan } from '../wire/plan.js';
import { sleep } from './abortable.js';
import { authenticate } from './authenticate.js';
import { invalidRequest, Refusal } from './refusal.js';

/**
 * `POST /chat/completions`: one line in the books, one step of the fault script.
 *
 * @throws {Refusal} when there is nothing to answer; the line says so.
 */
export async function chatCompletions(provider: Provider, arrival: Arrival): Promise<Response> {
  const line = provider.arrived(arrival.id);
  try {
    const response = await answer(provider, arrival, line);
    line.answer(response.status);
    return response;
  } catch (error) {
    if (error instanceof Refusal) line.answer(error.status);
    line.end(endOf(error, arrival.signal));
    throw error;
  }
}

async function answer(provider: Provider, arrival: Arrival, line: BillingLine): Promise<Response> {
  const { request, signal } = arrival;
  const refusal = authenticate(request.headers, provider.apiKeys);
  const asked = nextFaults(provider, request.headers);
  if (refusal !== undefined) throw refusal;
  const text = await request.text();
  signal?.throwIfAborted();

  // The schema library and the tokenizer load with the first request, not with the import.
  const { askedModel, parseRequest } = await import('../request/parse-request.js');
  const model = askedModel(text);
  if (model !== undefined) line.asksFor(model);
  for (const { fault, ...settings } of asked) {
    const { reply } = faults[fault] as Partial<Extract<Fault, { reply: unknown }>>;
    if (reply === undefined) continue;
    const context = {
      headers: request.headers,
      requestId: arrival.id,
      model: model ?? 'gpt-4o-mini',
    };
    const response = reply(context, settings);
    line.end(response.status >= 500 ? 'failed' : 'refused');
    return response;
  }

  requireJson(request.headers);
  const parsed = rewritten(parseRequest(text), asked);
  const { plan: whole, begins } = await answerPlan(provider, arrival, parsed);
  signal?.throwIfAborted();
  const plan = bent(whole, asked);
  if (plan.begins) {
    line.begin(begins);
    line.generated(plan.upfrontTokens);
  }
  return reply(provider, arrival, line, plan);
}

async function reply(
  provider: Provider,
  { startedMs, signal }: Arrival,
  line: BillingLine,
  plan: ReplyPlan,
): Promise<Response> {
  const { clock, pace } = provider;
  const streams = plan.kind === 'events';
  if (!streams && pace !== undefined) {
    const elapsedMs = clock.monotonicMs() - startedMs;
    await sleep(clock, dueMs(pace, plan.upfrontTokens) - elapsedMs, signal);
  }
  const body = replyBody({
    plan,
    line,
    clock,
    pace: streams ? pace : undefined,
    startedMs,
    signal,
  });
  const contentType = streams ? 'text/event-stream; charset=utf-8' : 'application/json';
  return new Response(body, { headers: { 'content-type': contentType } });
}

function nextFaults(provider: Provider, headers: Headers): readonly NamedFault[] {
  const header = headers.get('x-simulator-fault');
  try {
    return header === null ? faultsOf(provider.faults.shift() ?? 'ok') : parseFaultHeader(header);
  } catch (error) {
    if (header === null || !(error instanceof TypeError)) throw error;
    throw invalidRequest(error.message, 'x-simulator-fault', 'invalid_value');
  }
}

function rewritten(request: ChatRequest, asked: readonly NamedFault[]): ChatRequest {
  return asked.reduce((current, { fault }) => {
    const { rewrite } = faults[fault] as Partial<Extract<Fault, { rewrite: unknown }>>;
    return rewrite === undefined ? current : rewrite(current);
  }, request);
}

function bent(plan: ReplyPlan, asked: readonly NamedFault[]): ReplyPlan {
  return asked.reduce((current, { fault, ...settings }) => {
    const { bend } = faults[fault] as Partial<Extract<Fault, { bend: unknown }>>;
    return bend === undefined ? current : bend(current, settings);
  }, plan);
}

function requireJson(headers: Headers): void {
  const type = headers.get('content-type') ?? '';
  if (/^application\/json\b/i.test(type)) return;
  throw invalidRequest(
    `Unsupported content type: '${type}'. This API method only accepts 'application/json' requests, but you specified the header 'Content-Type: ${type}'. Please try again with a supported content type.`,
    null,
    'unsupported_content_type',
  );
}

function endOf(error: unknown, signal: AbortSignal | undefined) {
  if (error instanceof Refusal) return 'refused';
  return signal?.aborted === true ? 'disconnected' : 'failed';
}
