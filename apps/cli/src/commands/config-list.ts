import { ConfigFile } from '../config/config-file.js';
import { type Setting, settingCalled, settingNames, settings } from '../config/settings.js';
import type { Io } from '../io/io.js';
import { print } from '../io/print.js';
import { printLines } from '../io/print-lines.js';
import { padEnd, widest } from '../report/table.js';
import { plain } from '../terminal/line-styles.js';

export interface ConfigListOptions {
  readonly json?: boolean;
}

/** Prints every setting: what is set, what holds otherwise, and what it does. */
export async function configList({ json }: ConfigListOptions, io: Io): Promise<0> {
  const file = new ConfigFile(io.configFolder());
  const chosen = file.read();
  const rows = settingNames.map((name) => {
    const { description, fallback }: Setting = settings[name];
    const set = chosen[name];
    return { name, value: set ?? fallback ?? null, isSet: set !== undefined, description };
  });
  if (json) await print(io.stdout, JSON.stringify({ path: file.path, settings: rows }));
  else await printLines(lines(rows).map(plain), {}, io);
  return 0;
}

interface Row {
  readonly name: string;
  readonly value: string | null;
  readonly isSet: boolean;
  readonly description: string;
}

function lines(rows: readonly Row[]): string[] {
  const cells = rows.map(({ name, value, isSet, description }) => [
    name,
    isSet ? `${value}` : value === null ? 'not set' : `${value} (default)`,
    description,
  ]);
  const widths = [0, 1].map((column) => widest(cells.map((row) => row[column] ?? '')));
  return cells.map(([name = '', value = '', description = '']) =>
    `${padEnd(name, widths[0] ?? 0)}  ${padEnd(value, widths[1] ?? 0)}  ${description}`.trimEnd(),
  );
}

/**
 * Prints what holds for one setting.
 *
 * @returns 1 where nothing does, and then nothing is printed.
 */
export async function configGet(name: string, io: Io): Promise<0 | 1> {
  const called = settingCalled(name);
  const { fallback }: Setting = settings[called];
  const value = new ConfigFile(io.configFolder()).read()[called] ?? fallback;
  if (value === undefined) return 1;
  await print(io.stdout, value);
  return 0;
}

/** Prints where the settings are. */
export async function configPath(io: Io): Promise<0> {
  await print(io.stdout, new ConfigFile(io.configFolder()).path);
  return 0;
}
