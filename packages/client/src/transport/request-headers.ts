import { ChatError } from '@farebox/core';

const secretName = /key|token|secret|auth|cookie/;

export interface RequestHeaders {
  readonly headers: Readonly<Record<string, string>>;
  /** The values among them that no error may repeat. */
  readonly secrets: readonly string[];
}

/**
 * The headers of every request: the caller's, then ours, one of each name.
 *
 * @throws {ChatError} `configuration` for a header that could not be sent; the message has its name
 * and never its value, which the platform's own error would quote.
 */
export function requestHeaders(
  further: Readonly<Record<string, string>>,
  apiKey: string | undefined,
): RequestHeaders {
  const headers: Record<string, string> = {};
  const secrets: string[] = apiKey === undefined ? [] : [apiKey];
  for (const [given, value] of Object.entries(further)) {
    const name = given.toLowerCase();
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) {
      throw new ChatError({
        kind: 'configuration',
        message: 'headers has a name that no header can have.',
        fix: 'Use letters, digits and hyphens in the names of headers.',
      });
    }
    if (typeof value !== 'string' || !/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) {
      throw new ChatError({
        kind: 'configuration',
        message: `headers has a value for ${name} that no header can have.`,
        fix: `Take line ends and special characters out of the value of ${name}.`,
      });
    }
    headers[name] = value;
    if (secretName.test(name)) secrets.push(value.replace(/^(Bearer|Basic) /i, ''));
  }
  headers['content-type'] = 'application/json';
  if (apiKey !== undefined) headers.authorization = `Bearer ${apiKey}`;
  return { headers, secrets };
}
