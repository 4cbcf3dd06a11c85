import { providers } from '@farebox/client';
import { errorKinds, isChatError } from '@farebox/core';
import { commandNames } from '../command-list.js';
import { withLedger } from '../commands/with-ledger.js';
import { isSetting, type Setting, settingNames, settings } from '../config/settings.js';
import type { Io } from '../io/io.js';
import { SavedKeys } from '../keys/saved-keys.js';
import { otherParameters } from '../options/request-parameters.js';
import { listNameOf, loadPriceLists } from '../prices/price-lists.js';
import { SavedRoles } from '../roles/saved-roles.js';
import { BudgetFiles } from '../state/budget-files.js';
import { type Candidate, type Completion, candidates } from './candidate.js';
import { shells } from './shells.js';

/** What is known of the line that is being completed. */
export interface Line {
  /** Such as `config set`, without the words after it. */
  readonly command: string;
  /** The words after the command, options and their values left out, up to the one that is completed. */
  readonly positionals: readonly string[];
  /** What is typed of the word so far; of `--option=value` the value alone. */
  readonly current: string;
  /** The value of an option that stands on the line already, by its long name. */
  readonly given: (option: string) => string | undefined;
}

type Values = (line: Line, io: Io) => Completion | Promise<Completion>;

const files: Values = () => 'files';
const providerValues: Values = () =>
  Object.entries(providers).map(([value, { label }]) => ({ value, description: label }));

/** What options take whose values are names of something; those that take one of a few words know them. */
const ofOptions: Readonly<Record<string, Values>> = {
  '--model': (line) => modelValues(line.given('--provider')),
  '--provider': providerValues,
  '--role': (_, io) => roleValues(io),
  '--session': (_, io) => sessionValues(io),
  '--by': () => candidates(['day', 'month', 'model', 'session', 'scope', 'tag:']),
  '--option': ({ current }) => parameterValues(current),
  '--fault': async () => (await import('./fault-values.js')).faultValues,
  '--file': files,
  '--attach': files,
  '--schema': files,
  '--output': files,
  '--project': files,
  '--save': files,
};

/** What the words after a command may be. */
const ofPositionals: Readonly<Record<string, Values>> = {
  price: (line) => modelValues(line.given('--provider')),
  errors: () =>
    Object.entries(errorKinds).map(([value, { name }]) => ({ value, description: name })),
  completion: () => candidates(Object.keys(shells)),
  'role show': (_, io) => roleValues(io),
  'role rm': (_, io) => candidates(new SavedRoles(io.configFolder()).names()),
  'role path': (_, io) => candidates(new SavedRoles(io.configFolder()).names()),
  'keys set': providerValues,
  'keys rm': (_, io) =>
    candidates(new SavedKeys(io.configFolder()).all().map(({ origin }) => origin)),
  'config get': () => settingValues(),
  'config unset': () => settingValues(),
  'config set': ({ positionals: [name] }) => {
    if (name === undefined) return settingValues();
    const { values = [] }: Partial<Setting> = isSetting(name) ? settings[name] : {};
    return name === 'model' ? modelValues(undefined) : candidates(values);
  },
};

/** What an option takes, by its long name; nothing where that is anything. */
export function optionValues(option: string): Values | undefined {
  return Object.hasOwn(ofOptions, option) ? ofOptions[option] : undefined;
}

/** What the next word after a command may be. */
export function positionalValues(command: string): Values | undefined {
  return Object.hasOwn(ofPositionals, command) ? ofPositionals[command] : undefined;
}

/** The first words of a command line. */
export function commandValues(): readonly Candidate[] {
  return [...candidates(commandNames), { value: 'help' }];
}

/** The models of a provider's price list, and of OpenAI's where none is named: all together are too many to look at. */
async function modelValues(provider: string | undefined): Promise<readonly Candidate[]> {
  const wanted = listNameOf(provider) ?? 'openai';
  const lists = await loadPriceLists(wanted);
  const list = lists.find((one) => one.provider === wanted);
  return candidates(list?.models.flatMap(({ id, aliases }) => [id, ...aliases]) ?? []);
}

/** `top_p=`, and behind the sign what may follow. */
function parameterValues(current: string): readonly Candidate[] {
  const [name, words] =
    Object.entries(otherParameters).find(([one]) => current.startsWith(`${one}=`)) ?? [];
  return candidates(
    words === undefined
      ? Object.keys(otherParameters).map((one) => `${one}=`)
      : words.map((word) => `${name}=${word}`),
  );
}

async function roleValues(io: Io): Promise<readonly Candidate[]> {
  const { personas } = await import('@farebox/chat');
  const own = new SavedRoles(io.configFolder()).names();
  const builtIn = Object.keys(personas).map((name) =>
    name === 'translator' ? 'translator:' : name,
  );
  return candidates([...builtIn, ...own]);
}

/** So many that nobody waits for them after a Tab. */
const newestReceipts = 1_000;

/** The sessions that have a budget, and those of the newest receipts, the newest first. */
async function sessionValues(io: Io): Promise<readonly Candidate[]> {
  const owners = new BudgetFiles(io.stateFolder()).all().map(({ owner }) => owner);
  const limited = owners.flatMap((owner) => (owner.kind === 'session' ? [owner.name] : []));
  return candidates([...new Set([...limited, ...(await sessionsInLog(io))])]);
}

async function sessionsInLog(io: Io): Promise<readonly string[]> {
  try {
    return await withLedger(io, async (ledger) => {
      const receipts = await ledger.receipts({ newestFirst: true, limit: newestReceipts });
      return receipts.flatMap(({ tags }) => tags.session ?? []);
    });
  } catch (error) {
    // What is wrong with the ledger is told by whoever reads it for a report.
    if (isChatError(error)) return [];
    throw error;
  }
}

function settingValues(): readonly Candidate[] {
  return settingNames.map((value) => ({ value, description: settings[value].description }));
}
