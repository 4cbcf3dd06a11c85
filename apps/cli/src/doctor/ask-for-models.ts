import { networkFailure } from '@farebox/core/errors';
import type { Endpoint } from '../endpoint/resolve-endpoint.js';
import type { Io } from '../io/io.js';

/** What came of asking an endpoint for its models, which costs nothing. */
export type ModelsReply =
  | { readonly kind: 'unreachable'; readonly what: string; readonly fix?: string | undefined }
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly tookMs: number;
      /** When it was sent, in milliseconds since 1970, by the server's clock; it has whole seconds. */
      readonly date: number | undefined;
      /** The names in its list, if it has one. */
      readonly models: readonly string[] | undefined;
    };

/** Nobody waits longer for a report on whether they need to wait. */
const patienceMs = 5_000;
const maxBytes = 8 * 1024 * 1024;

/** Asks for the list of models, with the key that a call would have. It does not reject. */
export async function askForModels(
  { baseUrl, apiKey }: Extract<Endpoint, { kind: 'server' }>,
  send: typeof fetch,
  io: Io,
): Promise<ModelsReply> {
  const { clock, interrupted } = io;
  const late = new AbortController();
  const cancel = clock.after(patienceMs, () => late.abort());
  const startedMs = clock.monotonicMs();
  try {
    const response = await send(`${baseUrl.replace(/\/+$/, '')}/models`, {
      headers: apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` },
      redirect: 'manual',
      signal: AbortSignal.any([interrupted, late.signal]),
    });
    const tookMs = clock.monotonicMs() - startedMs;
    const date = Date.parse(response.headers.get('date') ?? '');
    const models = namesIn(await textOf(response));
    const { status } = response;
    return {
      kind: 'answered',
      status,
      tookMs,
      date: Number.isNaN(date) ? undefined : date,
      models: status === 200 ? models : undefined,
    };
  } catch (error) {
    if (interrupted.aborted) throw error;
    if (late.signal.aborted) {
      return { kind: 'unreachable', what: `nothing came within ${patienceMs / 1000} s` };
    }
    const { what, fix } = networkFailure(error, { secrets: [apiKey ?? ''] });
    return { kind: 'unreachable', what, fix };
  } finally {
    cancel();
  }
}

/** The text of a reply, or nothing of one that is longer than a list of models. */
async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const block of response.body ?? []) {
    size += block.byteLength;
    if (size > maxBytes) return '';
    text += decoder.decode(block, { stream: true });
  }
  return text;
}

function namesIn(text: string): readonly string[] | undefined {
  try {
    const { data } = JSON.parse(text);
    if (!Array.isArray(data)) return undefined;
    return data.map((model) => String(model?.id));
  } catch {
    return undefined;
  }
}
