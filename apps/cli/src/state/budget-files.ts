import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ChatError } from '@farebox/core';
import type { Budget, BudgetKey, Owner } from './budget.js';
import { budgetFromText, budgetToText } from './budget-text.js';
import { replaceFile } from './replace-file.js';

/**
 * The budgets that are set, each in a small file of its own.
 *
 * A file is written under another name and then renamed, so whoever reads sees a whole one, the old or
 * the new; and nothing is read to be written back, so two that are set at the same time are both kept.
 */
export class BudgetFiles {
  readonly folder: string;

  /** @param stateFolder the folder of the command's state, which need not exist. */
  constructor(stateFolder: string) {
    this.folder = join(stateFolder, 'budgets');
  }

  /**
   * All budgets, in no order.
   *
   * @throws {ChatError} `store` for a file that cannot be read or understood, which it names: a limit
   * that cannot be read must not be taken for none.
   */
  all(): readonly Budget[] {
    return this.#names().map((name) => {
      const file = join(this.folder, name);
      const budget = budgetFromText(attempt(file, () => readFileSync(file, 'utf8')));
      // A file by another name would be a second limit, which `rm` does not find.
      if (budget !== undefined && fileName(budget) === name) return budget;
      throw notUnderstood(file);
    });
  }

  /** @throws {ChatError} `store` when it cannot be written; the budget that was set before still holds. */
  write(budget: Budget): void {
    const name = fileName(budget);
    // What a crash leaves of it begins with a dot, and such names are not read.
    attempt(join(this.folder, name), () =>
      replaceFile(join(this.folder, name), budgetToText(budget)),
    );
  }

  /** Whether there was one. */
  remove(budget: BudgetKey): boolean {
    const file = join(this.folder, fileName(budget));
    return attempt(file, () => {
      try {
        rmSync(file);
        return true;
      } catch (error) {
        if (isAbsent(error)) return false;
        throw error;
      }
    });
  }

  #names(): readonly string[] {
    return attempt(this.folder, () => {
      try {
        return readdirSync(this.folder).filter((name) => /^[^.].*\.json$/.test(name));
      } catch (error) {
        if (isAbsent(error)) return [];
        throw error;
      }
    });
  }
}

/** `user.day.json`; what may be long or hold any character, a session's name or a folder, goes in as a hash. */
function fileName({ owner, per, soft }: BudgetKey): string {
  return `${ownerName(owner)}.${per}${soft ? '.soft' : ''}.json`;
}

function ownerName(owner: Owner): string {
  switch (owner.kind) {
    case 'session':
      return `session-${hashOf(owner.name)}`;
    case 'project':
      return `project-${hashOf(owner.folder)}`;
    default:
      return owner.kind;
  }
}

function hashOf(text: string): string {
  // Loaded here, and not by every call that has no budget for a session or a project.
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function isAbsent(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

function attempt<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new ChatError({
      kind: 'store',
      code,
      message: `The budget ${path} could not be read or written (${message}).`,
      fix: 'Check the path, the disk and who may write there.',
      cause: error,
    });
  }
}

function notUnderstood(file: string): ChatError {
  return new ChatError({
    kind: 'store',
    code: 'budget-not-understood',
    message: `The budget ${file} is not understood, so nothing is asked.`,
    fix: 'If a newer farebox wrote it, update this one; else remove the file and set the budget again.',
  });
}
