import { run } from './run.js';
import { start } from './start.js';

await start(run);
