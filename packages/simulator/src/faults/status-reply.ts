import { errorResponse } from '../refusal/error-response.js';
import { Refusal } from '../refusal/refusal.js';
import type { FaultContext, FaultSettings } from './fault.js';

/** What a provider says with a status; the others say no more than the status does. */
const sentences: Readonly<Record<number, string>> = {
  400: "We could not parse the JSON body of your request. (HINT: This likely means you aren't using your HTTP library correctly.)",
  402: 'Payment is required to go on using this API.',
  403: 'You are not allowed to sample from this model.',
  404: 'Unknown request URL. Please check the URL for typos, or see the docs at https://platform.openai.com/docs/api-reference/.',
  408: 'The request timed out. Please try again.',
  409: 'The resource is being changed by another request. Please try again.',
  413: 'The request body is too large.',
  415: 'The media type of the request is not supported.',
  422: 'The request is well-formed, and cannot be processed.',
  529: 'The service is overloaded. Please try again later.',
};

/** Any status from 400, with a body that is an error of the API, a page of a proxy, nothing of sense, or empty. */
export function statusReply(
  _: FaultContext,
  { status = 500, body = 'json', code }: FaultSettings,
): Response {
  if (body === 'json') {
    const message = sentences[status] ?? `The request failed with status ${status}.`;
    const type = status < 500 ? 'invalid_request_error' : 'server_error';
    return errorResponse(new Refusal(status, { message, type, param: null, code: code ?? null }));
  }
  if (body === 'html') {
    const page = `<html>\n<head><title>${status}</title></head>\n<body><center><h1>${status}</h1></center><hr><center>proxy</center></body>\n</html>\n`;
    return new Response(page, { status, headers: { 'content-type': 'text/html' } });
  }
  if (body === 'empty') return new Response(null, { status });
  return new Response('\u0000\u0001%PDF {"error": [[[ upstream connect error', {
    status,
    headers: { 'content-type': 'application/json' },
  });
}
