import { describe, expect, it } from 'vitest';
import { canaryKey, everythingPrinted } from '../fixtures/canary.js';
import { requestHeaders } from './request-headers.js';

describe('requestHeaders', () => {
  it('without a key no authorization is sent', () => {
    expect(requestHeaders({}, undefined)).toEqual({
      headers: { 'content-type': 'application/json' },
      secrets: [],
    });
  });

  it('one header of each name: the key wins over a header spelt differently', () => {
    const { headers } = requestHeaders({ Authorization: 'Bearer other', 'X-One': '1' }, canaryKey);
    expect(headers).toEqual({
      'x-one': '1',
      'content-type': 'application/json',
      authorization: `Bearer ${canaryKey}`,
    });
  });

  it('what goes by the name of a secret is one', () => {
    const { secrets } = requestHeaders(
      { 'api-key': 'first', Authorization: 'Bearer second', 'OpenAI-Organization': 'org' },
      undefined,
    );
    expect(secrets).toEqual(['first', 'second']);
  });

  it.each([`${canaryKey}\n`, `${canaryKey}\u0000`, `${canaryKey}→`])(
    'a value of %j is refused by the name of its header, and not repeated',
    (value) => {
      let thrown: unknown;
      try {
        requestHeaders({ 'Api-Key': value }, undefined);
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toMatchObject({ kind: 'configuration' });
      expect((thrown as Error).message).toContain('api-key');
      expect(everythingPrinted(thrown)).not.toContain(canaryKey);
    },
  );

  it('a name that is none is refused', () => {
    expect(() => requestHeaders({ 'two words': '1' }, undefined)).toThrow('no header can have');
  });
});
