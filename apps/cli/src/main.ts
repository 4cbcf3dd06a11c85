#!/usr/bin/env node
import { isCommand } from './command-list.js';
import { keepCompiled } from './keep-compiled.js';
import { nodeTooOld } from './node-too-old.js';
import { version } from './version.js';

const [first, ...others] = process.argv.slice(2);
if (others.length === 0 && (first === '--version' || first === '-V')) {
  // Answered before anything is loaded: scripts ask for it often.
  process.stdout
    .once('error', ({ code }: NodeJS.ErrnoException) => {
      // A reader that has gone has seen enough; a full disk has not.
      if (code !== 'EPIPE') process.exitCode = 1;
    })
    .write(`${version}\n`);
} else {
  const tooOld = nodeTooOld(process.versions.node);
  if (tooOld !== undefined) {
    process.stderr.write(tooOld);
    process.exit(2);
  }
  keepCompiled();
  await (isQuestion(first) ? import('./start-ask.js') : import('./start-any.js'));
}

/** Whether the words are a question, and no command but `ask`; also where they are only its options. */
function isQuestion(word = ''): boolean {
  return word === 'ask' || !(isCommand(word) || /^(help|__complete|__man)$/.test(word));
}
