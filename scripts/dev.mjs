#!/usr/bin/env node
// The two commands (`npm start`, `npm test`) and the gates, on a machine that has only Node and npm.
// No dependency may be imported here: this file is what installs them.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'node_modules', '.bin');
const env = {
  ...process.env,
  PATH: bin + delimiter + process.env.PATH,
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
};

/** Runs a command from the repository's root and ends this process with its exit code if it fails. */
function run(command, args, { quiet = false, cwd = root } = {}) {
  // With `quiet`, stdout stays free for the answer: what a tool prints goes to stderr.
  const { status, signal, error } = spawnSync(command, args, {
    cwd,
    env,
    stdio: ['inherit', quiet ? 2 : 'inherit', 'inherit'],
  });
  if (error) {
    console.error(`farebox: could not run ${command}: ${error.message}`);
    process.exit(1);
  }
  if (signal) process.exit(signal === 'SIGINT' ? 130 : 1);
  if (status !== 0) process.exit(status ?? 1);
}

/** Installs only when what decides the install has changed since the last one. */
function install() {
  const manifests = ['packages', 'apps']
    .flatMap((group) =>
      readdirSync(join(root, group)).map((name) => join(group, name, 'package.json')),
    )
    .concat('package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml', 'bench/package.json')
    .filter((file) => existsSync(join(root, file)))
    .sort();
  const hash = createHash('sha256').update(process.platform + process.arch);
  for (const file of manifests) hash.update(file).update(readFileSync(join(root, file)));
  const stamp = hash.digest('hex');
  const stampFile = join(root, 'node_modules', '.farebox-install');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  const { pnpm } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies;
  console.error('farebox: installing (once, until a dependency changes) …');
  const args = [
    '--yes',
    '--prefer-offline',
    `--package=pnpm@${pnpm}`,
    '--',
    'pnpm',
    'install',
    '--frozen-lockfile',
  ];
  run('npx', args, { quiet: true });
  writeFileSync(stampFile, stamp);
}

const build = () =>
  run('turbo', ['run', 'build', '--output-logs=errors-only', '--log-prefix=none'], { quiet: true });

const commands = {
  start(args) {
    build();
    run('node', [join(root, 'apps/cli/dist/farebox.js'), ...args], {
      cwd: process.env.INIT_CWD ?? root,
    });
  },
  test(args) {
    build();
    run('vitest', ['run', ...args]);
  },
  check() {
    build();
    run('node', ['scripts/check.mjs']);
  },
  proofs() {
    build();
    run('node', ['scripts/proofs.mjs']);
  },
  bench(args) {
    build();
    run('node', ['bench/run.mjs', ...args]);
  },
};

const [name, ...args] = process.argv.slice(2);
if (!Object.hasOwn(commands, name)) {
  console.error(
    `farebox: unknown command "${name ?? ''}"; use one of: ${Object.keys(commands).join(', ')}`,
  );
  process.exit(2);
}
install();
commands[name](args);
