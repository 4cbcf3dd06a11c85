/** What the command needs of the process that it runs in. */
export interface CommandIo {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly readFile: (path: string) => Promise<string>;
  /** Aborts when the command is to end. */
  readonly interrupted: AbortSignal;
  /** What `--version` prints. */
  readonly version: string;
}
