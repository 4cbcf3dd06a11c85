import { type Provider, providers } from '@farebox/client';
import { describe, expect, it } from 'vitest';
import {
  choiceOf,
  connectionChoices,
  connectionOf,
  connectionProblem,
} from './connection-choices.js';
import { connectionWords } from './connection-words.js';
import { directOrigins, directProviders } from './direct-access.js';
import { HeldKey } from './held-key.js';
import { firstConnection } from './page-connections.js';

const grant = { token: 't', provider: 'openai', models: ['gpt-4o-mini'] } as const;
const closed = { isLive: false, grant: undefined };
const live = { isLive: true, grant: undefined };
const played = { isLive: true, grant };

describe('who can answer', () => {
  it('in the page that connects to nobody: the simulator alone', () => {
    expect(connectionChoices(closed).map(({ id }) => id)).toEqual(['simulator']);
    expect(firstConnection(closed)).toEqual({ kind: 'simulator' });
  });

  it('in the live page: the simulator first, then every provider with an address that a policy can name', () => {
    const ids = connectionChoices(live).map(({ id }) => id);
    expect(ids).toEqual(['simulator', ...directProviders]);
    const missing = Object.keys(providers).filter((name) => !ids.includes(name));
    expect(missing).toEqual(['azure']);
    expect(firstConnection(live)).toEqual({ kind: 'simulator' });
  });

  it('served by farebox play: that one first, and from the start', () => {
    expect(connectionChoices(played)[0]).toEqual({
      id: 'play',
      label: 'OpenAI, through farebox play',
    });
    expect(firstConnection(played)).toEqual({ kind: 'play', grant });
  });

  it('each choice is the connection that it names, without a key', () => {
    for (const { id } of connectionChoices(played)) {
      const connection = connectionOf(id, played);
      expect(choiceOf(connection)).toBe(id);
      expect(connection).not.toHaveProperty('key', expect.anything());
    }
    expect(connectionOf('play', live)).toEqual({ kind: 'simulator' });
    expect(connectionOf('constructor', live)).toEqual({ kind: 'simulator' });
  });
});

describe('connectionProblem', () => {
  const typed = (text: string) =>
    ({ kind: 'provider', provider: 'openai', key: new HeldKey(text) }) as const;

  it('a provider without a key cannot be asked, a server of this machine can', () => {
    expect(connectionProblem(connectionOf('openai', live))).toBe('Type a key of OpenAI first.');
    expect(connectionProblem(connectionOf('ollama', live))).toBeUndefined();
    expect(connectionProblem({ kind: 'simulator' })).toBeUndefined();
    expect(connectionProblem({ kind: 'play', grant })).toBeUndefined();
  });

  it.each(['sk-a b', 'sk-a\nb', 'sk-ä'])('%j is no key, and is not repeated', (text) => {
    expect(connectionProblem(typed(text))).toMatch(/^The key has a space/);
    expect(connectionProblem(typed(text))).not.toContain('sk-');
    expect(connectionProblem(typed('sk-ab'))).toBeUndefined();
  });
});

describe('connectionWords', () => {
  it('say of each provider where the key goes, and that a page of others could read it', () => {
    for (const name of directProviders) {
      const words = connectionWords(connectionOf(name, live)).join(' ');
      const { baseURL = '', keyVariable }: Provider = providers[name];
      const { host, origin } = new URL(baseURL);
      expect(words).toContain(host);
      expect(directOrigins()).toContain(origin);
      if (keyVariable !== undefined) {
        expect(words).toContain('gone when the page is reloaded');
        expect(words).toContain('farebox play keeps it out of the page');
      }
    }
  });
});
