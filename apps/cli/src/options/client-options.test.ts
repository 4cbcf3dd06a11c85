import { personas } from '@farebox/chat';
import { describe, expect, it } from 'vitest';
import { fakeIo } from '../fixtures/fake-io.js';
import type { AskOptions } from './ask-options.js';
import { clientOptions } from './client-options.js';

const io = fakeIo();
const base: AskOptions = { model: 'gpt-4o-mini', stream: true, log: true };

it('leaves everything to the defaults of the client when no option is given', () => {
  const given = Object.entries(clientOptions(base, io)).filter(([, value]) => value !== undefined);
  expect(given).toEqual([['model', 'gpt-4o-mini']]);
});

it('passes each option on under the name that the client knows', () => {
  const options = {
    ...base,
    system: 'Be brief.',
    temperature: 0,
    maxTokens: 5,
    retries: 0,
    timeout: 1.5,
    unknownPrice: 'allow',
    unknownOutcome: 'received',
    fit: 100,
    session: 'refactor',
    tag: { team: 'red' },
  } as const;
  expect(clientOptions({ ...options, stream: false }, io)).toEqual({
    model: 'gpt-4o-mini',
    system: 'Be brief.',
    temperature: 0,
    max_completion_tokens: 5,
    stream: false,
    retry: { retries: 0, quota: expect.anything() },
    clocks: { totalMs: 1500, headersMs: 60_000, firstChunkMs: 60_000, idleMs: 60_000 },
    unknownPrice: 'allow',
    unknownOutcome: 'received',
    fit: { leastTokens: 100 },
    tags: { team: 'red', session: 'refactor' },
  });
});

it('lets the clocks of an attempt run as long as a longer --timeout', () => {
  const { clocks } = clientOptions({ ...base, timeout: 300 }, io);
  expect(clocks).toEqual({
    totalMs: 300_000,
    headersMs: 300_000,
    firstChunkMs: 300_000,
    idleMs: 300_000,
  });
});

describe('a role', () => {
  it('brings its system message and temperature', () => {
    expect(clientOptions({ ...base, role: 'debugger' }, io)).toMatchObject(personas.debugger);
  });

  it('gives way to --temperature, also to 0', () => {
    expect(clientOptions({ ...base, role: 'tutor', temperature: 0 }, io)).toMatchObject({
      system: personas.tutor.system,
      temperature: 0,
    });
  });

  it('contradicts --system, also an empty one', () => {
    expect(() => clientOptions({ ...base, role: 'tutor', system: '' }, io)).toThrow(
      '--system and --role both set the system message.',
    );
  });
});
