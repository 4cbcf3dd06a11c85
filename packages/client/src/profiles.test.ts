import { describe, expect, it } from 'vitest';
import { testProfiles } from './fixtures/test-profiles.js';
import { type ProfileName, profileOf, profiles } from './profiles.js';
import { fetchTransport } from './transport/fetch-transport.js';

describe('profiles by name', () => {
  it('OpenAI is the protocol itself, and the default', () => {
    expect(profiles.openai).toEqual({});
    expect(profileOf(undefined)).toBe(profiles.openai);
  });

  it('only who is known to never say how an answer ended is believed without it', () => {
    const relaxed = (Object.keys(profiles) as ProfileName[]).filter(
      (name) => (profileOf(name).completeOn ?? 'finish') !== 'finish',
    );
    expect(relaxed).toEqual(['vllm-mlx']);
  });

  it('one in your own words is taken as it is', () => {
    const mine = { finishReasons: { eos: 'stop' } } as const;
    expect(profileOf(mine)).toBe(mine);
  });

  it.each([
    ['mistrall', 'The nearest: mistral'],
    ['constructor', 'The nearest: '],
    ['?', 'Known are openai, mistral'],
  ])('%s is refused, with the names that are like it', (name, fix) => {
    const wrong = () => fetchTransport({ profile: name as ProfileName });
    expect(wrong).toThrow(expect.objectContaining({ kind: 'configuration' }));
    expect(wrong).toThrow(expect.objectContaining({ fix: expect.stringContaining(fix) }));
  });
});

testProfiles('fetchTransport', (fetch, profile) => fetchTransport({ fetch, profile }));
