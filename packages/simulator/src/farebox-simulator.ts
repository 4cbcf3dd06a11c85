#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import manifest from '../package.json' with { type: 'json' };
import { simulatorCommand } from './command/simulator-command.js';

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => interrupted.abort());
}
// A reader that has gone is no reason to fail: there may be clients still.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

process.exitCode = await simulatorCommand(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  environment: process.env,
  readFile: (path) => readFile(path, 'utf8'),
  interrupted: interrupted.signal,
  version: manifest.version,
});
