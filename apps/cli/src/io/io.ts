import type { Clock, Fetch } from '@farebox/core';
import type { Ledger } from '@farebox/cost';
import type { PageFiles } from '../play/page-files.js';
import type { LedgerFile } from '../state/ledger-file.js';
import type { LineEditor, LineEditorOptions } from './line-editor.js';
import type { GitResult } from './run-git.js';

/** Standard input, as far as the command may read it. */
export interface Input {
  /** `stream`: a pipe, file or socket. `terminal` is read for a yes or no only; `none` is a device such as /dev/null. */
  readonly kind: 'stream' | 'terminal' | 'none';
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Standard output or standard error. */
export interface Output {
  readonly isTerminal: boolean;
  /** How wide the terminal is at the moment; undefined for everything else. */
  readonly columns: number | undefined;
  /** How high it is. */
  readonly rows: number | undefined;
  /** Resolves once the text is with the system, or never will be: `broken` tells. It does not reject. */
  write(text: string): Promise<void>;
  /** Aborted, with the system's error as reason, when nothing more can be written. */
  readonly broken: AbortSignal;
}

/**
 * Everything outside of the process that a command touches.
 *
 * Passed in, so that a test brings its own and runs in this process.
 */
export interface Io {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The text of `.env` in the working folder, if there is one. */
  readonly readDotEnv: () => string | undefined;
  /** Where the command was started. */
  readonly workingFolder: () => string;
  readonly clock: Clock;
  /** Aborted by Ctrl-C, when the process is asked to end, and when its terminal is gone. */
  readonly interrupted: AbortSignal;
  /** Reaches servers in place of the network. This process has none, so that the client brings its own. */
  readonly fetch?: typeof fetch;
  /** A `fetch` that goes through the proxy of this address; loaded on first use. */
  readonly openProxy: (proxy: string) => Promise<typeof fetch>;
  /** A `fetch` that reaches public addresses only; loaded on first use. */
  readonly openPublic: () => Promise<typeof fetch>;
  /** The built-in provider's `fetch`; loaded on first use. */
  readonly openSimulator: () => Promise<Fetch>;
  /** Runs git in a folder; undefined where there is none. */
  readonly git: (folder: string, argv: readonly string[]) => Promise<GitResult | undefined>;
  /** Such as `24.1.0`. */
  readonly nodeVersion: string;
  /** Where receipts and budgets are kept. */
  readonly stateFolder: () => string;
  /** Where the user's settings and keys are. */
  readonly configFolder: () => string;
  /** A line from the terminal that standard input is, of which nothing is shown. @throws `aborted` on Ctrl-C. */
  readonly readHidden: (question: string) => Promise<string>;
  /** Reads lines from the terminal that standard input is, until it is closed. */
  readonly openLineEditor: (options: LineEditorOptions) => Promise<LineEditor>;
  /** The playground as it was built into this installation. @throws `configuration` where it was not. */
  readonly openPage: () => Promise<PageFiles>;
  /** Shows an address to whoever sits here, where there is a browser to show it with; never fails. */
  readonly openBrowser: (address: string) => Promise<void>;
  /** A ledger in a file; SQLite is loaded on first use. */
  readonly openLedgerFile: (file: LedgerFile) => Promise<Ledger>;
}
