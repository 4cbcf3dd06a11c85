import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isProvider, type Provider, providers } from '@farebox/client';
import { findPrice } from '@farebox/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigFile } from '../config/config-file.js';
import { listNameOf, loadPriceLists } from '../prices/price-lists.js';
import { modelOf } from './model-of.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'farebox-config-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const given = (options: object, ofRole?: string) =>
  modelOf({ model: 'gpt-4o-mini', ...options }, ofRole, { configFolder: () => folder });

describe('the model', () => {
  it('is the one that is named, then that of the role, then that of the provider', () => {
    const named = { model: 'claude-opus-5', modelIsGiven: true, provider: 'anthropic' };
    expect(given(named, 'gpt-4o')).toBe('claude-opus-5');
    expect(given({ provider: 'anthropic' }, 'gpt-4o')).toBe('gpt-4o');
    expect(given({ provider: 'anthropic' })).toBe('claude-haiku-4-5');
    expect(given({})).toBe('gpt-4o-mini');
  });

  it('of the settings goes with the provider of the settings, and with no other', () => {
    const settings = new ConfigFile(folder);
    settings.set('provider', 'gemini');
    expect(given({})).toBe('gemini-2.5-flash-lite');
    settings.set('model', 'gemini-2.5-pro');
    // As `withSettings` puts it in.
    expect(given({ model: 'gemini-2.5-pro' })).toBe('gemini-2.5-pro');
    expect(given({ model: 'gemini-2.5-pro', provider: 'groq' })).toBe('llama-3.1-8b-instant');
  });

  it.each(['ollama', 'azure'])('has to be named for %s, and the error says how', (provider) => {
    expect(() => given({ provider })).toThrow(
      expect.objectContaining({ kind: 'configuration', fix: expect.stringContaining('-m ') }),
    );
  });
});

it.each(Object.keys(providers).filter(isProvider))(
  'the small model of %s has a price',
  async (name) => {
    const { model }: Provider = providers[name];
    if (model === undefined) return;
    const list = listNameOf(name);
    const at = Date.UTC(2026, 10, 28);
    expect(findPrice(await loadPriceLists(list), { model, provider: list, at }).kind).toBe('price');
  },
);
