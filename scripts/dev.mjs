#!/usr/bin/env node
// The two commands (`npm start`, `npm test`) and the gates, on a machine that has only Node and npm.
// No dependency may be imported here: this file is what installs them.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { someoneWatches } from './someone-watches.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'node_modules', '.bin');
const env = {
  ...process.env,
  PATH: bin + delimiter + process.env.PATH,
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
};

/**
 * Runs a command from the repository's root and ends this process with its exit code if it fails.
 *
 * With `quiet` it prints only if it fails, and to stderr, and it reads nothing: stdin and stdout belong to the app.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, cwd?: string }} [options]
 */
async function run(command, args, { quiet = false, cwd = root } = {}) {
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit';
  const child = spawn(command, args, { cwd, env, stdio });
  /** @type {Buffer[]} */
  const printed = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (bytes) => printed.push(bytes));
  // Ctrl-C reaches the child from the terminal; this process waits for it and passes its answer on.
  const wait = () => {};
  const terminate = () => child.kill('SIGTERM');
  process.on('SIGINT', wait).on('SIGTERM', terminate);
  const status = await new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`farebox: could not run ${command}: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code, signal) =>
      resolve(signal === null ? code : 128 + constants.signals[signal]),
    );
  });
  process.off('SIGINT', wait).off('SIGTERM', terminate);
  if (status === 0) return;
  process.stderr.write(Buffer.concat(printed), () => process.exit(status));
  await new Promise(() => {});
}

/** Installs only when what decides the install has changed since the last one. */
async function install() {
  const manifests = ['packages', 'apps']
    .flatMap((group) =>
      readdirSync(join(root, group)).map((name) => join(group, name, 'package.json')),
    )
    .concat(
      'package.json',
      'pnpm-workspace.yaml',
      'pnpm-lock.yaml',
      'bench/package.json',
      'examples/package.json',
    )
    .filter((file) => existsSync(join(root, file)))
    .sort();
  const hash = createHash('sha256').update(process.platform + process.arch);
  for (const file of manifests) hash.update(file).update(readFileSync(join(root, file)));
  const stamp = hash.digest('hex');
  const stampFile = join(root, 'node_modules', '.farebox-install');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  const { pnpm } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies;
  console.error('farebox: setting up (once, until a dependency changes) …');
  const args = [
    '--yes',
    '--prefer-offline',
    `--package=pnpm@${pnpm}`,
    '--',
    'pnpm',
    'install',
    '--frozen-lockfile',
  ];
  await run('npx', args, { quiet: true });
  writeFileSync(stampFile, stamp);
}

const build = () =>
  run('turbo', ['run', 'build', '--output-logs=errors-only', '--log-prefix=none'], { quiet: true });

/** @type {Readonly<Record<string, (args: readonly string[]) => Promise<void>>>} */
const commands = {
  async start(args) {
    await build();
    await run('node', [join(root, 'apps/cli/dist/farebox.js'), ...args], {
      cwd: process.env.INIT_CWD ?? root,
    });
  },
  async test(args) {
    await build();
    await run('vitest', ['run', ...args]);
  },
  // The build is its first gate, so that one that fails is counted and hides none of the others.
  check: () => run('node', ['scripts/check.mjs']),
  async proofs(args) {
    await build();
    await run('node', ['scripts/proofs.mjs', ...args]);
  },
  async playground(args) {
    await build();
    const { env, platform, stdout } = process;
    const open = someoneWatches({ env, platform, isTerminal: stdout.isTTY }) ? ['--open'] : [];
    const cwd = join(root, 'apps/playground');
    await run('node', [join(cwd, 'node_modules/vite/bin/vite.js'), ...open, ...args], { cwd });
  },
  async faults() {
    await build();
    await run('node', ['bench/faults/run.ts']);
  },
  async bench(args) {
    await build();
    await run('node', ['bench/run.mjs', ...args]);
  },
};

const [name = '', ...args] = process.argv.slice(2);
const chosen = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (chosen === undefined) {
  console.error(
    `farebox: unknown command "${name}"; use one of: ${Object.keys(commands).join(', ')}`,
  );
  process.exit(2);
}
await install();
await chosen(args);
