import { chatCompletions } from '../chat/chat-completions.js';
import { organization } from '../limits/organization.js';
import type { Arrival, Provider } from '../provider.js';
import { authenticate } from '../refusal/authenticate.js';
import { errorResponse } from '../refusal/error-response.js';
import { invalidRequest, Refusal } from '../refusal/refusal.js';
import { asResponse, type SimulatedReply } from '../reply/plain-reply.js';
import { models } from './models.js';

/** Where OpenAI and the providers that are compatible with it answer: also Azure and Groq, OpenRouter, Gemini. */
const base = /^\/(?:(?:openai\/|api\/)?v1|v1beta\/openai)(?=\/)/;

/** Answers any request: chat completions, models, or OpenAI's 404 and 405. */
export async function route(provider: Provider, arrival: Arrival): Promise<SimulatedReply> {
  const response = await answer(provider, arrival);
  const elapsedMs = Math.round(provider.clock.monotonicMs() - arrival.startedMs);
  response.headers.set('x-request-id', arrival.id);
  response.headers.set('openai-processing-ms', String(elapsedMs));
  response.headers.set('openai-version', '2020-10-01');
  response.headers.set('openai-organization', organization);
  // A HEAD says all that a GET would, and nothing more.
  return arrival.request.method === 'HEAD' ? new Response(null, asResponse(response)) : response;
}

async function answer(provider: Provider, arrival: Arrival): Promise<SimulatedReply> {
  const { method, url, headers } = arrival.request;
  const { pathname } = new URL(url);
  const path = pathname.replace(base, '');
  try {
    if (path === '/chat/completions') {
      if (method === 'OPTIONS') return methods('POST');
      requireMethod(method, ['POST'], pathname);
      return await chatCompletions(provider, arrival);
    }
    const model = /^\/models(?:\/(.+))?$/.exec(path);
    if (model !== null) {
      if (method === 'OPTIONS') return methods('GET, HEAD');
      requireMethod(method, ['GET', 'HEAD'], pathname);
      const refusal = authenticate(headers, provider.apiKeys);
      if (refusal !== undefined) throw refusal;
      return models(model[1] === undefined ? undefined : decoded(model[1]));
    }
    throw invalidRequest(`Invalid URL (${method} ${pathname})`, null, null, 404);
  } catch (error) {
    if (error instanceof Refusal) return errorResponse(error);
    throw error;
  }
}

/** What an address allows; without a CORS header, so that a browser's preflight fails. */
function methods(allowed: string): Response {
  return new Response(null, { status: 204, headers: { allow: `${allowed}, OPTIONS` } });
}

/** A name out of a path; one that is no UTF-8 stays as it came, and is the name of nothing. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function requireMethod(method: string, allowed: readonly string[], pathname: string): void {
  if (allowed.includes(method)) return;
  throw new Refusal(
    405,
    {
      message: `Not allowed to ${method} on ${pathname}. (HINT: Perhaps you meant to use a different HTTP method?)`,
      type: 'invalid_request_error',
      param: null,
      code: 'method_not_supported',
    },
    { allow: allowed.join(', ') },
  );
}
