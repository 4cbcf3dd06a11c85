export type { CommandIo } from './command/command-io.js';
export { parseCommand } from './command/parse-command.js';
export { requestLine } from './command/request-line.js';
export { simulatorCommand } from './command/simulator-command.js';
export { UsageError } from './command/usage-error.js';
export { type ServeOptions, type Server, serve } from './serve/serve.js';
