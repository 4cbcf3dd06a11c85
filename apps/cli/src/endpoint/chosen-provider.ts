import { isProvider, nearestProviders, type ProviderName, providers } from '@farebox/client';
import { ChatError } from '@farebox/core';
import { ConfigFile } from '../config/config-file.js';
import type { Io } from '../io/io.js';

/**
 * Who is to answer: the flag, or the user's setting; undefined where nothing is said, which is OpenAI or the simulator.
 *
 * @throws {ChatError} `configuration` for a name that is none, with the ones that are like it and never the name: it may
 * be a key.
 */
export function chosenProvider(flag: string | undefined, io: Io): ProviderName | undefined {
  const name = flag ?? new ConfigFile(io.configFolder()).read().provider;
  if (name === undefined || isProvider(name)) return name;
  const [near] = nearestProviders(name);
  throw new ChatError({
    kind: 'configuration',
    message: `--provider is none of ${Object.keys(providers).join(', ')}.`,
    fix:
      near === undefined
        ? 'Choose one of them, or give the --base-url of another server.'
        : `Did you mean ${near}? For another server, give its --base-url.`,
  });
}
