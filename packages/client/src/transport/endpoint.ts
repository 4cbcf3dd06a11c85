import { ChatError } from '@farebox/core';

/**
 * Checks an address before anything is sent to it.
 *
 * @throws {ChatError} `configuration`; the message never repeats user names, passwords or queries.
 */
export function checkBaseUrl(baseURL: string): URL {
  const url = URL.parse(baseURL);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw configuration(
      'baseURL is not an http or https address.',
      'Use an address such as https://api.openai.com/v1.',
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw configuration(
      'baseURL has a user name or password in it.',
      'Take them out of the address and pass the key as apiKey.',
    );
  }
  if (url.search !== '' || url.hash !== '') {
    throw configuration(
      'baseURL has a query or a fragment.',
      'End the address after its path, such as /v1.',
    );
  }
  return url;
}

/**
 * Checks that a key can be a header value; a pasted line end is the usual mistake.
 *
 * @throws {ChatError} `configuration`; the message never has the key.
 */
export function checkApiKey(apiKey: string): void {
  if (typeof apiKey !== 'string' || apiKey === '') {
    throw configuration(
      'apiKey is empty.',
      'Pass the key, or leave apiKey out for a server without one.',
    );
  }
  if (!/^[\x21-\x7e]+$/.test(apiKey)) {
    throw configuration(
      'apiKey has a space, a line end or another character that no key has.',
      'Copy the key again, without quotes and line ends.',
    );
  }
}

function configuration(message: string, fix: string): ChatError {
  return new ChatError({ kind: 'configuration', message, fix });
}
