import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ChatError } from '@farebox/core';
import { privacyFlaw } from '../keys/privacy-flaw.js';
import { replaceFile } from '../state/replace-file.js';
import { ifThere, withFile } from '../state/with-file.js';
import { oneLine } from '../terminal/one-line.js';
import { isSetting, type SettingName, settings } from './settings.js';

/** What the user has set; names that are not set are missing. */
export type Settings = Readonly<Partial<Record<SettingName, string>>>;

/**
 * What this user has chosen for all calls, in one JSON file.
 *
 * Nothing of the working folder counts, so a folder that somebody else wrote can change none of it.
 */
export class ConfigFile {
  readonly path: string;

  /** @param configFolder the folder with what the user has chosen, which need not exist. */
  constructor(configFolder: string) {
    this.path = join(configFolder, 'config.json');
  }

  /**
   * All that is set; nothing, where there is no file.
   *
   * @throws {ChatError} `configuration` for a file that others can write to or that is not understood: what
   * was set must not be taken for not set.
   */
  read(): Settings {
    const entries = this.#entries();
    for (const [name, value] of Object.entries(entries)) {
      const wrong = isSetting(name) ? flawOf(name, value) : 'is not known';
      if (wrong !== undefined) throw this.#wrongEntry(name, wrong);
    }
    return entries as Settings;
  }

  /** Sets one. Others that this version does not know stay as they are. */
  set(name: SettingName, value: string): void {
    this.#write({ ...this.#entries(), [name]: value });
  }

  /** Whether it was set. A name that this version does not know can be unset, too. */
  unset(name: string): boolean {
    const { [name]: removed, ...others } = this.#entries();
    if (removed === undefined) return false;
    this.#write(others);
    return true;
  }

  #entries(): Readonly<Record<string, unknown>> {
    const text = ifThere('The file of your settings', this.path, () => {
      for (const path of [dirname(this.path), this.path]) checkTrusted(path);
      return readFileSync(this.path, 'utf8');
    });
    if (text === undefined) return {};
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      value = undefined;
    }
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
    throw this.#error('is not understood', 'Mend it, or remove it and set anew what you need.');
  }

  #write(entries: Readonly<Record<string, unknown>>): void {
    withFile('The file of your settings', this.path, () =>
      replaceFile(this.path, `${JSON.stringify(entries, null, 2)}\n`),
    );
  }

  #wrongEntry(name: string, what: string): ChatError {
    const shown = oneLine(name).slice(0, 40);
    return this.#error(
      `has a setting "${shown}" that ${what}`,
      `Take it out with farebox config unset ${shown}; if a newer farebox wrote it, update this one.`,
    );
  }

  #error(what: string, fix: string): ChatError {
    const message = `The file of your settings, ${oneLine(this.path)}, ${what}.`;
    return new ChatError({ kind: 'configuration', message, fix });
  }
}

function flawOf(name: SettingName, value: unknown): string | undefined {
  return typeof value === 'string' ? settings[name].flawOf(value) : 'is no text';
}

function checkTrusted(path: string): void {
  const facts = statSync(path);
  const flaw = privacyFlaw(facts, 'trusted', process.getuid?.());
  if (flaw === undefined) return;
  throw new ChatError({
    kind: 'configuration',
    code: 'config-not-trusted',
    message: `${oneLine(path)}, with your settings, ${flaw}, so it is not used.`,
    fix: flaw.startsWith('belongs')
      ? 'Remove it, or set FAREBOX_HOME to a folder of yours.'
      : `chmod go-w '${oneLine(path)}'; then look at farebox config list.`,
  });
}
