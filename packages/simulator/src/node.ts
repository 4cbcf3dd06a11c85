export type { CommandIo } from './command/command-io.js';
export { simulatorCommand } from './command/simulator-command.js';
export { type ServeOptions, type Server, serve } from './serve/serve.js';
