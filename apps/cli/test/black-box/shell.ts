import { spawn } from 'node:child_process';
import {
  type CommandOptions,
  type CommandResult,
  environmentOf,
  requireBuild,
  resultOf,
  script,
} from '../command.js';

/** Runs a line of shell in which `farebox` is the built command; its exit code is that of the line. */
export function shell(
  line: string,
  { environment, folder, stdin }: CommandOptions = {},
): Promise<CommandResult> {
  requireBuild();
  const child = spawn('/bin/sh', ['-c', `farebox() { "$NODE" "$SCRIPT" "$@"; }\n${line}`], {
    cwd: folder ?? import.meta.dirname,
    env: environmentOf({ NODE: process.execPath, SCRIPT: script, ...environment }),
    stdio: 'pipe',
  });
  child.stdin.on('error', () => {}).end(stdin ?? '');
  return resultOf(child);
}
