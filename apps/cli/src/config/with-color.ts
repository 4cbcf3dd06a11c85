import { isChatError } from '@farebox/core';
import type { Command } from 'commander';
import type { Io } from '../io/io.js';
import { withColorOption } from '../options/color-option.js';
import { ConfigFile } from './config-file.js';

/**
 * Adds `--color` to a report; what the user has set stands in for it, and the environment outranks that.
 *
 * A report can be what somebody needs to see why settings are broken: then they have no say in it.
 */
export function withColor(command: Command, io: Io): Command {
  return withColorOption(command).hook('preAction', (_, running) => {
    const { NO_COLOR: none, FORCE_COLOR: forced } = io.environment;
    if (running.getOptionValueSource('color') !== undefined || none || forced) return;
    const color = settingOf(io);
    if (color !== undefined) running.setOptionValueWithSource('color', color, 'config');
  });
}

function settingOf(io: Io): string | undefined {
  try {
    return new ConfigFile(io.configFolder()).read().color;
  } catch (error) {
    if (isChatError(error)) return undefined;
    throw error;
  }
}
