import { ChatError } from '@farebox/core';

/**
 * Checks an address and gives its origin.
 *
 * @param source the option or variable it comes from, for the message.
 * @throws {ChatError} `configuration`; the message never repeats the address, which may have a password in it.
 */
export function checkBaseUrl(address: string, source: string): string {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw wrong(source, 'is not an http or https address');
  }
  if (url.username !== '' || url.password !== '') {
    throw wrong(source, 'has a user name or password in it, and the key belongs in OPENAI_API_KEY');
  }
  if (url.search !== '' || url.hash !== '') throw wrong(source, 'has a query or a fragment');
  if (/\/chat\/completions\/*$/.test(url.pathname)) {
    throw wrong(source, 'goes on behind the API with /chat/completions, which is added to it');
  }
  return url.origin;
}

function wrong(source: string, what: string): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: `${source} ${what}.`,
    fix: 'Write it as in https://api.openai.com/v1 or http://localhost:11434/v1.',
  });
}
