// The browser of the proofs: Debian's Chromium, installed where it is absent and this process may.
// It prints to stderr only, and exits with 1 where someone has to install it by hand.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const chromium = '/usr/bin/chromium';

/** @param {readonly string[]} args */
function aptGet(args) {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '--non-interactive'];
  const [command = '', ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  return (
    spawnSync(command, [...rest, '--quiet', ...args], { stdio: ['ignore', 2, 2] }).status === 0
  );
}

function install() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return false;
  console.error(`farebox: installing Debian's chromium (once) …`);
  // A list that could not be renewed may still be good enough.
  aptGet(['update']);
  return aptGet(['install', '--yes', '--no-install-recommends', 'chromium']);
}

if (!existsSync(chromium) && !(install() && existsSync(chromium))) {
  console.error(
    `farebox: the proofs in a browser need Chromium at ${chromium}. Install it as root: apt-get install chromium`,
  );
  process.exitCode = 1;
}
