#!/usr/bin/env node
import { nodeTooOld } from './node-too-old.js';
import { version } from './version.js';

const [first, ...others] = process.argv.slice(2);
if (others.length === 0 && (first === '--version' || first === '-V')) {
  // Answered before anything is loaded: scripts ask for it often.
  process.stdout.once('error', () => {}).write(`${version}\n`);
} else {
  const tooOld = nodeTooOld(process.versions.node);
  if (tooOld !== undefined) {
    process.stderr.write(tooOld);
    process.exit(2);
  }
  const { start } = await import('./start.js');
  await start();
}
