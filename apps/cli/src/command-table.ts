import type { Command } from 'commander';
import type { Io } from './io/io.js';

/** Builds a command; its action hands its exit code to `finish`. */
export type CommandFactory = (io: Io, finish: (exitCode: number) => void) => Command;

/** A command as the front page and the completions know it, without loading it. */
export interface ListedCommand {
  readonly group: 'Ask' | 'What it costs' | 'Set up' | 'Find out';
  readonly summary: string;
  /** The words that may follow it, where it has commands of its own. */
  readonly subcommands?: readonly string[];
  /** Loaded by name, so that one command does not wait for what another needs. */
  readonly load: () => Promise<CommandFactory>;
}

/** Every command, in the order of the front page. */
export const commandTable = {
  ask: {
    group: 'Ask',
    summary: 'ask once; the word may be left out',
    load: async () => (await import('./commands/ask-command.js')).askCommand,
  },
  chat: {
    group: 'Ask',
    summary: 'a conversation: each message with those before it',
    load: async () => (await import('./commands/chat-command.js')).chatCommand,
  },
  role: {
    group: 'Ask',
    summary: 'roles of your own, for -r',
    subcommands: ['list', 'add', 'show', 'rm', 'path'],
    load: async () => (await import('./commands/role-command.js')).roleCommand,
  },
  estimate: {
    group: 'What it costs',
    summary: 'what a call would cost, before it is sent',
    load: async () => (await import('./commands/estimate-command.js')).estimateCommand,
  },
  price: {
    group: 'What it costs',
    summary: 'what a model costs',
    load: async () => (await import('./commands/price-command.js')).priceCommand,
  },
  models: {
    group: 'What it costs',
    summary: 'every model with a known price',
    load: async () => (await import('./commands/models-command.js')).modelsCommand,
  },
  budget: {
    group: 'What it costs',
    summary: 'limits on what all calls may cost',
    subcommands: ['set', 'show', 'rm', 'reopen'],
    load: async () => (await import('./commands/budget-command.js')).budgetCommand,
  },
  spend: {
    group: 'What it costs',
    summary: 'what was spent: by day, model, session or tag',
    load: async () => (await import('./commands/spend-command.js')).spendCommand,
  },
  logs: {
    group: 'What it costs',
    summary: 'the receipts of all calls',
    subcommands: ['list', 'show', 'export', 'prune', 'path'],
    load: async () => (await import('./commands/logs-command.js')).logsCommand,
  },
  keys: {
    group: 'Set up',
    summary: 'save a key, for one address',
    subcommands: ['set', 'list', 'rm', 'path'],
    load: async () => (await import('./commands/keys-command.js')).keysCommand,
  },
  config: {
    group: 'Set up',
    summary: 'what holds for all calls: model, address, colours',
    subcommands: ['list', 'get', 'set', 'unset', 'path'],
    load: async () => (await import('./commands/config-command.js')).configCommand,
  },
  completion: {
    group: 'Set up',
    summary: 'what Tab completes, in bash, zsh, fish and PowerShell',
    load: async () => (await import('./commands/completion-command.js')).completionCommand,
  },
  doctor: {
    group: 'Find out',
    summary: 'what keeps a call from working, or a key from being secret',
    load: async () => (await import('./commands/doctor-command.js')).doctorCommand,
  },
  errors: {
    group: 'Find out',
    summary: 'what can go wrong: cause, exit code, fix',
    load: async () => (await import('./commands/errors-command.js')).errorsCommand,
  },
  simulate: {
    group: 'Find out',
    summary: 'serve the built-in provider, with faults',
    load: async () => (await import('./commands/simulate-command.js')).simulateCommand,
  },
} as const satisfies Readonly<Record<string, ListedCommand>>;

export type CommandName = keyof typeof commandTable;

export const commandNames = Object.keys(commandTable) as readonly CommandName[];

export function isCommand(word: string): word is CommandName {
  return Object.hasOwn(commandTable, word);
}

/** The words that may follow a command; none, where it has no commands of its own. */
export function subcommandsOf(name: CommandName): readonly string[] {
  const { subcommands = [] }: ListedCommand = commandTable[name];
  return subcommands;
}
