import type { BillingLine } from '../books/books.js';
import { nextFaults } from '../faults/asked.js';
import type { NamedFault } from '../faults/script.js';
import type { Arrival, Provider } from '../provider.js';
import { authenticate } from '../refusal/authenticate.js';
import { askedModel } from '../request/asked-model.js';
import { parseJson } from '../request/parse-json.js';

/** A chat completion that was read, and not yet understood. */
export interface ChatCall {
  readonly arrival: Arrival;
  readonly line: BillingLine;
  readonly text: string;
  /** Its JSON; `undefined` where it is none. */
  readonly body: unknown;
  /** The model that the body names, if it names one. */
  readonly model: string | undefined;
  /** The faults that it is to suffer. */
  readonly asked: readonly NamedFault[];
}

/**
 * Reads a request and takes its step of the fault script, which also a wrong key uses up.
 *
 * @throws {Refusal} 401 for a key that is not on the list, 400 for a fault that is none.
 */
export async function readCall(
  provider: Provider,
  arrival: Arrival,
  line: BillingLine,
): Promise<ChatCall> {
  const { request, signal } = arrival;
  const refusal = authenticate(request.headers, provider.apiKeys);
  const asked = nextFaults(provider.faults, request.headers);
  if (refusal !== undefined) throw refusal;
  const text = await request.text();
  signal?.throwIfAborted();
  const body = parseJson(text);
  const model = askedModel(body);
  if (model !== undefined) line.asksFor(model);
  return { arrival, line, text, body, model, asked };
}
