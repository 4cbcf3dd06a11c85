import { ConfigFile } from '../config/config-file.js';
import {
  checkSetting,
  isSetting,
  type Setting,
  settingCalled,
  settings,
} from '../config/settings.js';
import type { Io } from '../io/io.js';
import { print } from '../io/print.js';
import { keyOnCommandLine } from '../keys/key-on-command-line.js';
import { looksLikeKey } from '../keys/looks-like-key.js';
import { oneLine } from '../terminal/one-line.js';

/**
 * Sets one thing for all calls to come.
 *
 * @throws {ChatError} `configuration` for a name or a value that is none.
 */
export async function configSet(name: string, value: string, io: Io): Promise<0> {
  if (looksLikeKey(value)) throw keyOnCommandLine();
  const called = settingCalled(name);
  checkSetting(called, value);
  new ConfigFile(io.configFolder()).set(called, value);
  await print(io.stdout, `${called}: ${value}`);
  return 0;
}

/**
 * Takes one back.
 *
 * @throws {ChatError} `configuration` for a name that no setting has and that the file has not either.
 */
export async function configUnset(name: string, io: Io): Promise<0> {
  const wasSet = new ConfigFile(io.configFolder()).unset(name);
  const { fallback }: Partial<Setting> = isSetting(name) ? settings[name] : {};
  if (!wasSet) settingCalled(name);
  const holds = fallback === undefined ? 'not set' : `${fallback} (default)`;
  await print(io.stdout, `${oneLine(name)}: ${holds}`);
  return 0;
}
