import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseDotEnv } from '../endpoint/endpoint-variables.js';
import type { Io } from '../io/io.js';
import { privacyFlaw } from '../keys/privacy-flaw.js';
import { type Finding, ok } from './finding.js';

const subject = '.env';

/** Whether the `.env` of this folder is kept out of git, and from others on this machine. */
export async function checkDotEnv(io: Io): Promise<readonly Finding[]> {
  const folder = io.workingFolder();
  const path = join(folder, '.env');
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts?.isFile() !== true) return [ok(subject, 'there is none in this folder')];
  const { apiKey } = parseDotEnv(io.readDotEnv() ?? '');
  const findings = [await inGit(folder, apiKey !== undefined, io)];
  const flaw = privacyFlaw(facts, 'secret', process.getuid?.());
  if (apiKey !== undefined && flaw !== undefined) {
    findings.push({ subject, verdict: 'warning', what: `it ${flaw}`, fix: 'chmod 600 .env' });
  }
  return findings;
}

async function inGit(folder: string, hasKey: boolean, io: Io): Promise<Finding> {
  const key = hasKey ? ', with a key in it' : '';
  const inRepository = await io.git(folder, ['rev-parse', '--is-inside-work-tree']);
  if (inRepository === undefined) {
    if (!isBelowGit(folder)) return ok(subject, 'it is in no git repository');
    const fix = 'Look into .gitignore yourself, or install git and run this again.';
    const what = 'there is no git here to ask whether it is ignored';
    return { subject, verdict: 'warning', what, fix };
  }
  if (inRepository.code !== 0) return ok(subject, 'it is in no git repository');

  const tracked = await io.git(folder, ['ls-files', '--error-unmatch', '--', '.env']);
  if (tracked?.code === 0) {
    const what = `git tracks it${key}`;
    const fix =
      'git rm --cached .env && echo .env >> .gitignore; then make a new key, because the old one stays in the history.';
    return { subject, verdict: hasKey ? 'problem' : 'warning', what, fix };
  }
  const ignored = await io.git(folder, ['check-ignore', '--quiet', '--', '.env']);
  if (ignored?.code === 0) return ok(subject, 'git ignores it');
  const what = `git does not ignore it${key}, so the next commit may have it`;
  return { subject, verdict: hasKey ? 'problem' : 'warning', what, fix: 'echo .env >> .gitignore' };
}

function isBelowGit(folder: string): boolean {
  const above = join(folder, '..');
  return existsSync(join(folder, '.git')) || (above !== folder && isBelowGit(above));
}
