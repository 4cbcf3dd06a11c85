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
  unread: 'Read on within five minutes, or send the answer to a file.',
};

/** What to do about a kind of error at a command line. */
export function fixOf(kind: ErrorKind): string {
  return ownFixes[kind] ?? errorKinds[kind].fix;
}

/** What to do about an error at a command line: its own fix, unless that speaks of the library. */
export function fixOfError({ kind, code, fix }: ChatError): string {
  const own = code !== undefined && Object.hasOwn(ownFixesOfCodes, code);
  if (own) return ownFixesOfCodes[code] ?? fix;
  // The fixes of limits name options of the library, which this command does not have.
  if (kind === 'too-large' || fix === errorKinds[kind].fix) return fixOf(kind);
  return fix.replaceAll('baseURL', '--base-url');
}
