import { ChatError } from '@farebox/core';
import type { Command } from 'commander';
import type { Io } from '../io/io.js';
import type { BudgetKey, Owner } from '../state/budget.js';
import { namedFolder, projectFolder } from '../state/project-folder.js';
import { oneOf } from './one-of.js';
import { sessionName } from './session-name.js';

const windows = ['call', 'session', 'hour', 'day', 'week', 'month', 'total'] as const;

/** The options that say whose money it is. */
export interface OwnerOptions {
  readonly session?: string;
  /** A folder, or true for the project that the working folder is in. */
  readonly project?: string | true;
}

/** The options that say which budget is meant. */
export interface KeyOptions extends OwnerOptions {
  readonly per: (typeof windows)[number];
  readonly soft?: boolean;
}

export function withOwnerOptions(command: Command): Command {
  return command
    .option('--session <name>', 'of what is asked with this --session', sessionName('--session'))
    .option(
      '--project [folder]',
      'of what is asked in a folder and below it (default: the one with .git)',
    );
}

export function withKeyOptions(command: Command): Command {
  return withOwnerOptions(
    command.option('--per <window>', windows.join(', '), oneOf('--per', windows), 'total'),
  ).option('--soft', 'one that warns and never refuses');
}

/** @throws {ChatError} `configuration` for options that contradict each other, and where there is no project. */
export function budgetKey(options: KeyOptions, io: Io): BudgetKey {
  const { per, soft = false } = options;
  if (per !== 'session') return { owner: budgetOwner(options, io), per, soft };
  if (options.session !== undefined || options.project !== undefined) {
    throw new ChatError({
      kind: 'configuration',
      message: `--per session limits each session, and ${options.session === undefined ? '--project' : '--session'} one thing.`,
      fix: 'Give one of them: a session of a name is limited with --session alone.',
    });
  }
  return { owner: { kind: 'each-session' }, per: 'total', soft };
}

/** @throws {ChatError} `configuration` for both options, and where there is no project. */
export function budgetOwner({ session, project }: OwnerOptions, io: Io): Owner {
  if (project === undefined) {
    return session === undefined ? { kind: 'user' } : { kind: 'session', name: session };
  }
  if (session !== undefined) {
    throw new ChatError({
      kind: 'configuration',
      message: '--session and --project both say whose money it is.',
      fix: 'Set two budgets: a call is charged to both, or not sent.',
    });
  }
  if (project === true) return { kind: 'project', folder: projectFolder(io.workingFolder()) };
  return { kind: 'project', folder: namedFolder(project, io.workingFolder()) };
}
