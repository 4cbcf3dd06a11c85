import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Io } from '../io/io.js';
import { keysInText } from '../keys/key-formats.js';
import { oneLine } from '../terminal/one-line.js';
import { type Finding, ok } from './finding.js';

const subject = 'tracked files';

/** Keys are in what people write; what is larger was made by a program. */
const maxFileBytes = 1024 * 1024;
/** All together: a second or two. */
const maxBytes = 256 * 1024 * 1024;
const shownPlaces = 5;

/**
 * Whether a key stands in a file that git tracks, in this folder's repository. Each place is told by file
 * and line, never with the key.
 *
 * @param known keys that are in use here.
 */
export async function checkTrackedFiles(io: Io, known: readonly string[]): Promise<Finding> {
  const folder = io.workingFolder();
  const root = await io.git(folder, ['rev-parse', '--show-toplevel']);
  if (root === undefined) {
    const fix = 'Install git and run this again.';
    const what = 'not looked at: there is no git here to ask which those are';
    return { subject, verdict: 'warning', what, fix };
  }
  if (root.code !== 0) return ok(subject, 'this folder is in no git repository');
  const top = root.out.replace(/\r?\n$/, '');
  const listed = await io.git(top, ['ls-files', '-z']);
  if (listed?.code !== 0) {
    const fix = 'Run git ls-files yourself to see why.';
    return { subject, verdict: 'warning', what: 'git did not list them', fix };
  }
  const names = listed.out.split('\0').filter((name) => name !== '');
  return scan(top, names, known, io);
}

async function scan(
  top: string,
  names: readonly string[],
  known: readonly string[],
  io: Io,
): Promise<Finding> {
  const places: string[] = [];
  let read = 0;
  let bytes = 0;
  let allowed = 0;
  for (const name of names) {
    if (bytes > maxBytes || io.interrupted.aborted) break;
    const text = textOf(join(top, name));
    read += 1;
    if (text === undefined) continue;
    bytes += text.length;
    for (const { line, whose, isAllowed } of keysInText(text, known)) {
      if (isAllowed) allowed += 1;
      else places.push(`${oneLine(name)}:${line} (${whose})`);
    }
    // Ctrl-C is heard between two files, if only now and then.
    if (read % 500 === 0) await new Promise(setImmediate);
  }
  const files = `${read} file${read === 1 ? '' : 's'}`;
  if (places.length > 0) {
    const more = places.length - shownPlaces;
    const shown = places.slice(0, shownPlaces).join(', ') + (more > 0 ? ` and ${more} more` : '');
    const what = `by the look of it, ${places.length === 1 ? 'a key is' : 'keys are'} in ${shown}`;
    const fix =
      'Make new keys at the provider, because whoever has the repository has these; take them out, and use farebox keys set. For one that is made up: a comment gitleaks:allow on its line.';
    return { subject, verdict: 'problem', what, fix };
  }
  const none = allowed === 0 ? 'no key' : `no key but ${allowed} that a comment allows`;
  if (read === names.length) return ok(subject, `${none} in ${files}`);
  const what = `${none} in the first ${files} of ${names.length}; the others were not looked at`;
  return { subject, verdict: 'warning', what, fix: 'Run it in a part of the repository.' };
}

/** The text of a file; nothing for what is no file, large, or not text. */
function textOf(path: string): string | undefined {
  try {
    const facts = lstatSync(path);
    if (!facts.isFile() || facts.size > maxFileBytes) return undefined;
    const text = readFileSync(path, 'latin1');
    return text.slice(0, 8_192).includes('\0') ? undefined : text;
  } catch {
    // Tracked, and not there: deleted, or not checked out.
    return undefined;
  }
}
