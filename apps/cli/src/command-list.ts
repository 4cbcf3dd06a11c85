/** A command as the front page and the completions know it, without loading it. */
export interface ListedCommand {
  readonly group: 'Ask' | 'What it costs' | 'Set up' | 'Find out';
  readonly summary: string;
  /** The words that may follow it, where it has commands of its own. */
  readonly subcommands?: readonly string[];
}

/** Every command, in the order of the front page. */
export const commandList = {
  ask: {
    group: 'Ask',
    summary: 'ask once; the word may be left out',
  },
  chat: {
    group: 'Ask',
    summary: 'a conversation: each message with those before it',
  },
  role: {
    group: 'Ask',
    summary: 'roles of your own, for -r',
    subcommands: ['list', 'add', 'show', 'rm', 'path'],
  },
  estimate: {
    group: 'What it costs',
    summary: 'what a call would cost, before it is sent',
  },
  price: {
    group: 'What it costs',
    summary: 'what a model costs',
  },
  models: {
    group: 'What it costs',
    summary: 'every model with a known price',
  },
  budget: {
    group: 'What it costs',
    summary: 'limits on what all calls may cost',
    subcommands: ['set', 'show', 'rm', 'reopen'],
  },
  spend: {
    group: 'What it costs',
    summary: 'what was spent: by day, model, session or tag',
  },
  logs: {
    group: 'What it costs',
    summary: 'the receipts of all calls',
    subcommands: ['list', 'show', 'export', 'prune', 'path'],
  },
  keys: {
    group: 'Set up',
    summary: 'save a key, for one address',
    subcommands: ['set', 'list', 'rm', 'path'],
  },
  config: {
    group: 'Set up',
    summary: 'what holds for all calls: model, address, colours',
    subcommands: ['list', 'get', 'set', 'unset', 'path'],
  },
  completion: {
    group: 'Set up',
    summary: 'what Tab completes, in bash, zsh, fish and PowerShell',
  },
  doctor: {
    group: 'Find out',
    summary: 'what keeps a call from working, or a key from being secret',
  },
  errors: {
    group: 'Find out',
    summary: 'what can go wrong: cause, exit code, fix',
  },
  play: {
    group: 'Find out',
    summary: 'the playground in a browser, with your key kept here',
  },
  simulate: {
    group: 'Find out',
    summary: 'serve the built-in provider, with faults',
  },
} as const satisfies Readonly<Record<string, ListedCommand>>;

export type CommandName = keyof typeof commandList;

export const commandNames = Object.keys(commandList) as readonly CommandName[];

export function isCommand(word: string): word is CommandName {
  return Object.hasOwn(commandList, word);
}

/** The words that may follow a command; none, where it has no commands of its own. */
export function subcommandsOf(name: CommandName): readonly string[] {
  const { subcommands = [] }: ListedCommand = commandList[name];
  return subcommands;
}
