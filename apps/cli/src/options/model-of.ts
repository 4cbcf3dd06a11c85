import { isProvider, type Provider, providers } from '@farebox/client';
import { ChatError } from '@farebox/core';
import { ConfigFile } from '../config/config-file.js';
import type { Io } from '../io/io.js';
import type { AskOptions } from './ask-options.js';

/**
 * The model that answers: `--model`, that of the role, of the conversation that goes on, a small one of the provider that is named, the user's setting.
 *
 * @throws {ChatError} `configuration` for a provider whose models nobody knows but its owner.
 */
export function modelOf(
  options: Pick<AskOptions, 'model' | 'modelIsGiven' | 'provider' | 'before'>,
  ofRole: string | undefined,
  io: Pick<Io, 'configFolder'>,
): string {
  if (options.modelIsGiven) return options.model;
  const chosen = ofRole ?? options.before?.model;
  if (chosen !== undefined) return chosen;
  const settings = new ConfigFile(io.configFolder()).read();
  // A model in the settings goes with the provider in the settings, and not with another one.
  const name = options.provider ?? (settings.model === undefined ? settings.provider : undefined);
  if (name === undefined || !isProvider(name)) return options.model;
  const { model }: Provider = providers[name];
  if (model !== undefined) return model;
  throw new ChatError({
    kind: 'configuration',
    message: `--provider ${name} needs a model: which ones there are is known there alone.`,
    fix: 'Name one that it has with --model, such as -m llama3.2.',
  });
}
