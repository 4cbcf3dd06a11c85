import { join } from 'node:path';
import { systemClock } from '@farebox/client';
import { openLedgerFile } from '../state/ledger-file.js';
import { thisMachine } from '../state/this-machine.js';
import { configFolder, stateFolder } from '../state/user-folder.js';
import { exitSignals } from './exit-signals.js';
import type { Io } from './io.js';
import { nodeInput } from './node-input.js';
import { nodeOutput } from './node-output.js';
import { readDotEnv } from './read-dot-env.js';
import { readHidden } from './read-hidden.js';
import { runGit } from './run-git.js';
import { workingFolder } from './working-folder.js';

/** This process. */
export function nodeIo(): Io {
  const interrupted = exitSignals(process);
  const stderr = nodeOutput(process.stderr);
  return {
    stdin: nodeInput(),
    stdout: nodeOutput(process.stdout),
    stderr,
    environment: process.env,
    readDotEnv: () => readDotEnv(join(workingFolder(), '.env')),
    workingFolder,
    clock: systemClock,
    interrupted,
    openProxy: async (proxy) => {
      const { nodeFetch } = await import('@farebox/client/node');
      return nodeFetch({ proxy });
    },
    openPublic: async () => {
      const { nodeFetch } = await import('@farebox/client/node');
      return nodeFetch({ denyPrivate: true });
    },
    openSimulator: async () => {
      const { simulate } = await import('@farebox/simulator');
      return simulate().bareFetch;
    },
    git: runGit,
    nodeVersion: process.versions.node,
    stateFolder: () => stateFolder(thisMachine()),
    configFolder: () => configFolder(thisMachine()),
    readHidden: (question) => readHidden(question, process.stdin, (text) => stderr.write(text)),
    openLineEditor: async (options) => {
      const { openLineEditor } = await import('./open-line-editor.js');
      return openLineEditor(options);
    },
    openPage: async () => {
      const { readPage } = await import('../play/page-files.js');
      return readPage(new URL('./play/', import.meta.url));
    },
    openBrowser: async (address) => {
      const { openBrowser } = await import('./open-browser.js');
      await openBrowser(address, process.env, process.platform);
    },
    openLedgerFile,
  };
}
