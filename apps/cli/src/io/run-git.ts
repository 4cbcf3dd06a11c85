export interface GitResult {
  readonly code: number;
  readonly out: string;
}

/** Far more names than a repository has that somebody works in. */
const maxBytes = 64 * 1024 * 1024;

/**
 * Runs git in a folder, for what only it knows; undefined where there is no git, or it does not end in time.
 *
 * Nothing that the repository's own settings name is run: a folder may be somebody else's.
 */
export function runGit(folder: string, argv: readonly string[]): Promise<GitResult | undefined> {
  const safe = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];
  const options = { cwd: folder, timeout: 10_000, maxBuffer: maxBytes, encoding: 'utf8' } as const;
  const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' };
  // Loaded here: the command is one file, and an import would be loaded with every question.
  const { execFile } = process.getBuiltinModule('node:child_process');
  return new Promise((resolve) => {
    execFile('git', [...safe, ...argv], { ...options, env }, (error, out) => {
      if (error === null) resolve({ code: 0, out });
      else if (typeof error.code === 'number') resolve({ code: error.code, out });
      else resolve(undefined);
    });
  });
}
