import { type ChatError, type ErrorKind, errorKinds } from '@farebox/core';

/** Where the table speaks of the library, and this command has words of its own. */
const ownFixes: Partial<Record<ErrorKind, string>> = {
  budget: 'Raise --max-cost, lower --max-tokens, or shorten the prompt.',
  'rate-limit': 'Wait a minute and ask again; more --retries wait longer.',
  timeout: 'Ask again, with a longer --timeout if the model is slow.',
  truncated:
    'Ask again, or let --on-truncated restart do it; what had arrived is on standard output.',
  'too-large':
    'Lower --max-tokens; if that is no help, the server sends without end: tell its operator.',
  'context-length': 'Shorten the prompt, or lower --max-tokens.',
};

/** The same for errors that have a fix of their own, by code. */
const ownFixesOfCodes: Readonly<Record<string, string>> = {
  // A longer --timeout would be no help: nobody has answered yet.
  connect: 'Check the network, the address and the proxy, then ask again.',
  'proxy-authentication':
    'Put user name and password into the address of the proxy, in HTTPS_PROXY or HTTP_PROXY.',
  'no-bound':
    'Give --max-tokens and a model on the price list (farebox models); for another one, --unknown-price says what holds.',
  unread: 'Read on within five minutes, or send the answer to a file.',
};

/** The same for the ledger, whose fixes speak of the options with which a library opens it. */
const ownFixesOfStore: Readonly<Record<string, string>> = {
  locked: 'See what holds it (a backup, an open sqlite3 shell), then try again.',
  'read-only': 'Make the file and its folder writable for this user.',
  'new-version': 'Update farebox: a newer one has written there.',
  corrupt:
    'Move the file away, and keep it: sqlite3 may .recover it. A new one is made, in which budgets begin with nothing spent.',
  'not-a-ledger': 'Move that file away, or set FAREBOX_HOME to another folder.',
};

const mostFail =
  'Most calls to this provider have been failing, so none is sent again for now: try later.';

/** What to do about a kind of error at a command line. */
export function fixOf(kind: ErrorKind): string {
  return ownFixes[kind] ?? errorKinds[kind].fix;
}

/** What to do about an error at a command line: its own fix, unless that speaks of the library. */
export function fixOfError({ kind, code, fix, gaveUp }: ChatError): string {
  if (gaveUp === 'retry-quota') return mostFail;
  const byCode = kind === 'store' ? ownFixesOfStore : ownFixesOfCodes;
  if (code !== undefined && Object.hasOwn(byCode, code)) return byCode[code] ?? fix;
  // The fixes of limits name what the library has, and this command does not.
  const isOfLimit = kind === 'too-large' || kind === 'rate-limit';
  if (isOfLimit || fix === errorKinds[kind].fix) return fixOf(kind);
  return fix.replaceAll('baseURL', '--base-url');
}
