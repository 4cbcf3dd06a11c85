import { askCommand } from './commands/ask-command.js';
import { runWith } from './run-with.js';
import { start } from './start.js';

await start((argv, io) => runWith(() => Promise.resolve(askCommand), argv, io));
