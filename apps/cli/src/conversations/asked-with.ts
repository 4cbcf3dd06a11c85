import { isProvider, type ProfileName, type ProviderName, profiles } from '@farebox/client';
import { ChatError } from '@farebox/core';

/** What a conversation was asked with last; it is kept with it, and holds where it goes on. */
export interface AskedWith {
  readonly model: string;
  readonly temperature?: number | undefined;
  /** Who was chosen by name; left out where nobody was. */
  readonly provider?: ProviderName | undefined;
  /** An address of the command line. One of an environment or a `.env` is not kept: it may not be the user's own. */
  readonly baseUrl?: string | undefined;
  readonly profile?: ProfileName | undefined;
  /** Nobody was asked but the simulator, so the model is nobody's yet. */
  readonly simulated?: boolean | undefined;
}

/** A check of one field; what is absent is fine, but for the model. */
const checks: Readonly<Record<keyof AskedWith, (value: unknown) => boolean>> = {
  model: isText,
  temperature: (value) => typeof value === 'number' && value >= 0 && value <= 2,
  provider: (value) => isText(value) && isProvider(value),
  baseUrl: isText,
  profile: (value) => isText(value) && Object.hasOwn(profiles, value),
  simulated: (value) => typeof value === 'boolean',
};

/**
 * Reads it from the parsed file of a conversation; undefined where the file has none, as older ones do not.
 *
 * @param name of the conversation, for the message.
 * @throws {ChatError} `store` for what is not understood: were it left out, somebody else would be asked.
 */
export function askedWithIn(saved: unknown, name: string): AskedWith | undefined {
  const { askedWith } = (saved ?? {}) as { readonly askedWith?: unknown };
  if (askedWith === undefined) return undefined;
  const fields = typeof askedWith === 'object' ? { ...askedWith } : {};
  const isWhole = 'model' in fields;
  const wrong = Object.entries(fields).find(
    ([field, value]) => !(Object.hasOwn(checks, field) && checks[field as keyof AskedWith](value)),
  );
  if (isWhole && wrong === undefined) return fields as AskedWith;
  throw new ChatError({
    kind: 'store',
    message: `What the conversation ${name} was asked with is not understood (${wrong?.[0].slice(0, 40) ?? 'model'}).`,
    fix: 'If a newer farebox wrote it, update this one; else take "askedWith" out of its file.',
  });
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
