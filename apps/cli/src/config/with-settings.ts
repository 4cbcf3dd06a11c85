import type { Command } from 'commander';
import type { Io } from '../io/io.js';
import { ConfigFile } from './config-file.js';
import type { SettingName, settings } from './settings.js';

/** What stands in for options, by the option's name in commander; `base-url` and `provider` are more than that. */
const stoodInFor: Partial<Record<SettingName, string>> = {
  model: 'model',
  'max-cost': 'maxCost',
  color: 'color',
};

/** Lets the user's settings stand in for the options that are not given, before the command runs. */
export function withSettings(command: Command, io: Io): Command {
  return command.hook('preAction', (_, running) => {
    const chosen = new ConfigFile(io.configFolder()).read();
    for (const [name, key] of Object.entries(stoodInFor)) {
      const value = chosen[name as keyof typeof settings];
      if (value === undefined || !hasOption(running, key)) continue;
      const source = running.getOptionValueSource(key);
      if (source !== undefined && source !== 'default') continue;
      // As everywhere: the environment outranks.
      if (name === 'color' && (io.environment.NO_COLOR || io.environment.FORCE_COLOR)) continue;
      running.setOptionValueWithSource(key, value, 'config');
    }
  });
}

function hasOption(command: Command, key: string): boolean {
  return command.options.some((option) => option.attributeName() === key);
}
