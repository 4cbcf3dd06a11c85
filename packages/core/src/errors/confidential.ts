import type { PartialCompletion } from '../wire/completion.js';
import type { ChatRequest } from '../wire/request.js';
import { withoutEchoes } from './echoes.js';
import { kindOfNames } from './kind-of-code.js';
import { markOf, redact, unlessSecret } from './redact.js';
import { inBase64 } from './secret-forms.js';

/** What no error of an attempt may quote, whoever wrote it there. */
export interface Confidential {
  /** Such as the API key. */
  readonly secrets?: readonly string[] | undefined;
  /** What was asked: its messages and its prediction are not quoted. */
  readonly request?: Pick<ChatRequest, 'messages' | 'prediction'> | undefined;
  /** What has arrived of the answer. */
  readonly partial?: PartialCompletion | undefined;
}

/** The text with `[redacted]` for secrets, `[prompt]` and `[answer]` for what it repeats of the call. */
export function withoutConfidential(text: string, confidential: Confidential): string {
  const { secrets = [] } = confidential;
  // Secrets first: a prompt with a part of a key in it would leave the rest of the key bare. And of them
  // those in pieces or in escapes first: redact would take one piece and leave the others.
  let safe = text;
  for (const secret of secrets) safe = withoutEchoes(safe, spellingsOf(secret), markOf(secret));
  return withoutQuotations(redact(safe, secrets), confidential);
}

/**
 * The name if nothing confidential is in it, otherwise nothing: codes and ids are right or useless.
 *
 * A code that providers share tells nothing, even if the prompt asks about it.
 */
export function unlessConfidential(
  name: string | undefined,
  confidential: Confidential,
): string | undefined {
  const { secrets = [] } = confidential;
  const safe = unlessSecret(name, secrets);
  if (safe === undefined || kindOfNames([safe]) !== undefined) return safe;
  const left = withoutEchoes(safe, secrets.flatMap(spellingsOf), '');
  return withoutQuotations(left, confidential) === safe ? safe : undefined;
}

function spellingsOf(secret: string): string[] {
  return [secret, ...inBase64(secret.trim())];
}

function withoutQuotations(text: string, { request, partial }: Confidential): string {
  let safe = text;
  if (request !== undefined) {
    safe = withoutEchoes(safe, stringsOf([request.messages, request.prediction]), '[prompt]');
  }
  if (partial !== undefined) safe = withoutEchoes(safe, stringsOf(partial.choices), '[answer]');
  return safe;
}

/** Names that the protocol or the provider gave. */
const notWritten = ['role', 'type', 'id', 'tool_call_id'];

/** Every string in it that somebody wrote; once each, also where it contains itself. */
function* stringsOf(value: unknown): Generator<string> {
  const met = new Set<unknown>();
  const left: unknown[] = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (met.has(next)) continue;
    met.add(next);
    if (typeof next === 'string') {
      yield next;
    } else if (typeof next === 'object' && next !== null) {
      for (const [name, inner] of Object.entries(next)) {
        if (!notWritten.includes(name)) left.push(inner);
      }
    }
  }
}
