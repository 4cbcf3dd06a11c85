import type { CommandName } from './command-list.js';
import type { CommandFactory } from './run-with.js';

/** Loaded by name, so that one command does not wait for what another needs. */
const loaders: Readonly<Record<CommandName, () => Promise<CommandFactory>>> = {
  ask: async () => (await import('./commands/ask-command.js')).askCommand,
  chat: async () => (await import('./commands/chat-command.js')).chatCommand,
  role: async () => (await import('./commands/role-command.js')).roleCommand,
  estimate: async () => (await import('./commands/estimate-command.js')).estimateCommand,
  price: async () => (await import('./commands/price-command.js')).priceCommand,
  models: async () => (await import('./commands/models-command.js')).modelsCommand,
  budget: async () => (await import('./commands/budget-command.js')).budgetCommand,
  spend: async () => (await import('./commands/spend-command.js')).spendCommand,
  logs: async () => (await import('./commands/logs-command.js')).logsCommand,
  keys: async () => (await import('./commands/keys-command.js')).keysCommand,
  config: async () => (await import('./commands/config-command.js')).configCommand,
  completion: async () => (await import('./commands/completion-command.js')).completionCommand,
  doctor: async () => (await import('./commands/doctor-command.js')).doctorCommand,
  errors: async () => (await import('./commands/errors-command.js')).errorsCommand,
  play: async () => (await import('./commands/play-command.js')).playCommand,
  simulate: async () => (await import('./commands/simulate-command.js')).simulateCommand,
};

/** What builds the command of this name. */
export function loadCommand(name: CommandName): Promise<CommandFactory> {
  return loaders[name]();
}
