import { describe, expect, it } from 'vitest';
import { setUp } from './fixtures/set-up.js';
import { personas } from './personas.js';

describe('personas', () => {
  it('differ in nothing but system message and temperature', async () => {
    expect(personas.tutor.temperature).toBe(0.3);
    expect(personas.debugger.temperature).toBe(0);
    expect(personas.translator({ to: 'Go' }).system).toContain('Go');
    expect(Object.keys(personas.reviewer)).toEqual(['system', 'temperature']);
    const { client, provider } = setUp({ ...personas.debugger });
    await client.ask('for x in xs: xs.remove(x)');
    expect(provider.requests[0]?.body).toMatchObject({
      temperature: 0,
      messages: [{ role: 'system', content: personas.debugger.system }, {}],
    });
  });

  it('cannot translate without a language', () => {
    expect(() => personas.translator({ to: ' ' })).toThrow(
      expect.objectContaining({ kind: 'configuration' }),
    );
  });
});
