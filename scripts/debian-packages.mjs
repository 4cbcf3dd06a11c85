// What the proofs run that npm has not: a browser and shells, Debian's own, installed where they are absent and this
// process may. It prints to stderr only, and exits with 1 where someone has to install them by hand.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const packages = ['chromium', 'zsh', 'fish'];
const absent = () => packages.filter((name) => !existsSync(`/usr/bin/${name}`));

/** @param {readonly string[]} args */
function aptGet(args) {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '--non-interactive'];
  const [command = '', ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  return (
    spawnSync(command, [...rest, '--quiet', ...args], { stdio: ['ignore', 2, 2] }).status === 0
  );
}

/**
 * Each by itself: one that there is no package of keeps no other out.
 *
 * @param {readonly string[]} names
 */
function install(names) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return;
  console.error(`farebox: installing Debian's ${names.join(', ')} (once) …`);
  // A list that could not be renewed may still be good enough.
  aptGet(['update']);
  for (const name of names) aptGet(['install', '--yes', '--no-install-recommends', name]);
}

if (absent().length > 0) install(absent());
if (absent().length > 0) {
  const names = absent().join(' ');
  console.error(
    `farebox: the proofs need ${names} in /usr/bin. Install as root: apt-get install ${names}`,
  );
  process.exitCode = 1;
}
