import type { Endpoint } from '../endpoint/resolve-endpoint.js';
import type { AskOptions } from '../options/ask-options.js';
import type { AskedWith } from './asked-with.js';

/**
 * The options of the command line, and in place of what they leave out, what the conversation was asked with.
 *
 * Who answers is one thing: where the command line names a provider or an address, nothing of the kept one holds, and with
 * another provider the kept model does not either.
 *
 * @param usual the provider of the user's settings.
 */
export function asBefore<Options extends AskOptions>(
  options: Options,
  before: AskedWith | undefined,
  usual: string | undefined,
): Options {
  if (before === undefined) return options;
  const { model, temperature } = before;
  const then = before.provider ?? 'openai';
  const isAnother = before.simulated
    ? (options.provider ?? usual) !== undefined
    : options.provider !== undefined && options.provider !== then;
  if (isAnother) return { ...options, before: { temperature } };
  const isNamed = options.provider !== undefined || options.baseUrl !== undefined;
  if (isNamed || before.simulated) return { ...options, before: { model, temperature } };
  return {
    ...options,
    // Where it is the usual one, the address of the settings holds as well.
    provider: before.provider === usual ? undefined : then,
    baseUrl: before.baseUrl,
    profile: options.profile ?? before.profile,
    before: { model, temperature },
  };
}

/** Who was asked before, where that is somebody else than who is asked here; undefined where it is the same, or nobody. */
export function askedElsewhere(before: AskedWith | undefined, here: AskedWith): string | undefined {
  if (before === undefined || before.simulated) return undefined;
  const isHere =
    !here.simulated && before.provider === here.provider && before.baseUrl === here.baseUrl;
  return isHere ? undefined : (before.baseUrl ?? before.provider ?? 'the usual provider');
}

/** What is to be kept of how a question was asked. */
export function askedWith(
  {
    model,
    temperature,
  }: { readonly model: string; readonly temperature?: number | null | undefined },
  { profile }: Pick<AskOptions, 'profile'>,
  endpoint: Endpoint,
): AskedWith {
  const asked = { model, temperature: temperature ?? undefined };
  if (endpoint.kind === 'simulator') return { ...asked, simulated: true };
  const { provider, baseUrl, baseUrlSource } = endpoint;
  return {
    ...asked,
    provider,
    baseUrl: baseUrlSource === '--base-url' ? baseUrl : undefined,
    profile,
  };
}
