import type { Io, Output } from '../io/io.js';

/** What of the command's options decides how an answer looks. */
export interface AppearanceOptions {
  readonly color?: 'auto' | 'always' | 'never' | undefined;
  /** The text of the answer, as the model wrote it. */
  readonly raw?: boolean | undefined;
}

export interface Appearance {
  /** Whether Markdown is rendered; else the text is printed as it is. */
  readonly markdown: boolean;
  /** Whether there are colours, bold text and the like. */
  readonly styled: boolean;
  /** Whether the cursor may be moved, so that what was printed can be drawn again. */
  readonly moves: boolean;
  /** Whether what stands on standard error may have styles. */
  readonly styledStatus: boolean;
}

/**
 * How an answer is shown, in this order: `--color`, `NO_COLOR`, `FORCE_COLOR`, `TERM`, and whether standard output is
 * a terminal at all.
 *
 * Into a pipe goes the text alone, whatever the environment says; only `--color always` renders there, because it was
 * asked for by name (`| less -R`). A terminal of which nothing is known (`TERM` is `dumb` or missing) gets plain text.
 */
export function appearanceOf(
  options: AppearanceOptions,
  { stdout, stderr, environment }: Pick<Io, 'stdout' | 'stderr' | 'environment'>,
): Appearance {
  const { raw = false } = options;
  const moves = stdout.isTerminal && knowsSequences(environment);
  const styled = stylesOn(stdout, options, environment);
  return {
    markdown: !raw && (moves || styled),
    styled: !raw && styled,
    moves,
    styledStatus: stylesOn(stderr, options, environment),
  };
}

/** Whether what is printed there may have colours; everything that this command paints asks here. */
export function stylesOn(
  { isTerminal }: Pick<Output, 'isTerminal'>,
  { color = 'auto' }: AppearanceOptions,
  environment: Io['environment'],
): boolean {
  return color === 'auto' ? isTerminal && stylesByDefault(environment) : color === 'always';
}

/** Whether the terminal is known to understand control sequences. */
export function knowsSequences(environment: Io['environment']): boolean {
  const { TERM: term, OS: system } = environment;
  // Windows has no TERM, and terminals that need none.
  if (term === undefined || term === '') return system === 'Windows_NT';
  return term !== 'dumb';
}

function stylesByDefault(environment: Io['environment']): boolean {
  const { NO_COLOR: none = '', FORCE_COLOR: forced = '' } = environment;
  if (none !== '') return false;
  if (forced !== '') return forced !== '0' && forced !== 'false';
  return knowsSequences(environment);
}
