#!/usr/bin/env node
import { version } from './version.js';

const [first, ...others] = process.argv.slice(2);
if (others.length === 0 && (first === '--version' || first === '-V')) {
  // Answered before anything is loaded: scripts ask for it often.
  process.stdout.once('error', () => {}).write(`${version}\n`);
} else {
  const { start } = await import('./start.js');
  await start();
}
