export { type CommandIo, simulatorCommand } from './command/simulator-command.js';
export { type ServeOptions, type Server, serve } from './serve/serve.js';
