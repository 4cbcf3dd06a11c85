import { ConfigFile } from '../config/config-file.js';
import { settings } from '../config/settings.js';
import type { Io } from '../io/io.js';
import { type Finding, ok } from './finding.js';
import { findingOfError } from './finding-of-error.js';

/** What this command needs, as in its `engines`. */
const leastNode = [22, 13] as const;

/** Whether this Node is new enough. */
export function checkNode({ nodeVersion }: Io): Finding {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  const [leastMajor, leastMinor] = leastNode;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) {
    return ok('Node', nodeVersion);
  }
  const least = leastNode.join('.');
  const fix = `Update Node to ${least} or newer.`;
  return {
    subject: 'Node',
    verdict: 'problem',
    what: `${nodeVersion} is older than ${least}`,
    fix,
  };
}

/** What the answer will look like on standard output. */
export function checkTerminal({ stdout, environment }: Io): Finding {
  const subject = 'terminal';
  if (!stdout.isTerminal) return ok(subject, 'none: an answer is printed as it comes');
  if (environment.TERM === 'dumb') {
    return ok(subject, 'TERM=dumb: an answer is printed without colours and Markdown');
  }
  const colours = environment.NO_COLOR ? 'no colours (NO_COLOR)' : 'colours';
  const what = `${stdout.columns ?? 80} columns, ${colours}`;
  const locale = environment.LC_ALL || environment.LC_CTYPE || environment.LANG;
  if (locale === undefined || /utf-?8/i.test(locale)) return ok(subject, what);
  const fix = 'Set a locale with UTF-8, as in export LC_ALL=C.UTF-8.';
  return { subject, verdict: 'warning', what: `${what}, and a locale without UTF-8`, fix };
}

/** Whether the user's settings can be read, and the model that they lead to. */
export function checkSettings(io: Io): { readonly finding: Finding; readonly model: string } {
  const subject = 'settings';
  const { fallback } = settings.model;
  try {
    const chosen = new ConfigFile(io.configFolder()).read();
    const names = Object.keys(chosen);
    const what = names.length === 0 ? 'none; the defaults hold' : names.join(', ');
    return { finding: ok(subject, what), model: chosen.model ?? fallback };
  } catch (error) {
    return { finding: findingOfError(subject, error), model: fallback };
  }
}
