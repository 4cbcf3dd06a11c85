import { describe, expect, it } from 'vitest';
import { farebox } from '../fixtures/farebox.js';

describe('--provider', () => {
  it('brings its price list to estimate, under the name that people know', async () => {
    const argv = ['estimate', '--provider', 'gemini', '-m', 'gemini-2.5-flash', 'Hi'];
    const { code, out } = await farebox(argv);
    expect([code, out.split('\n')[0]]).toEqual([0, 'gemini-2.5-flash · google']);
  });

  it('of a server of your own costs nothing at most, without any ceiling, and fits any --max-cost', async () => {
    const argv = ['estimate', '--provider', 'ollama', '-m', 'llama3.2', '--max-cost', '0', 'Hi'];
    const { code, out } = await farebox(argv);
    expect(code).toBe(0);
    expect(out).toMatch(/^at most .*\$0\.00/m);
    const price = await farebox(['price', 'llama3.2', '--provider', 'lmstudio']);
    expect(price.code).toBe(0);
    expect(price.out).toMatch(/^llama3\.2 · local\n[\s\S]*every model of the list is free\n$/);
    const models = await farebox(['models', '--provider', 'vllm']);
    expect(models.out).toBe('local: every model is free, on a server of your own\n');
  });

  it('names its list to price and models, which know all other lists too', async () => {
    expect((await farebox(['price', 'gemini-2.5-flash', '--provider', 'gemini'])).code).toBe(0);
    expect((await farebox(['models', '--provider', 'gemini'])).out).toContain(
      'google, $ per million',
    );
    expect((await farebox(['models', '--provider', 'cerebras'])).code).toBe(0);
  });

  it('that is none is refused before anything is sent, with what is like it', async () => {
    const { code, error } = await farebox(['--provider', 'antropic', 'Hi']);
    expect(code).toBe(2);
    expect(error).toContain('Did you mean anthropic?');
    expect(error).not.toContain('antropic');
  });

  it('without its key says which variable it is, and does not fall back to the simulator', async () => {
    const { code, out, error } = await farebox([
      '--provider',
      'groq',
      '-m',
      'llama-3.1-8b-instant',
      'Hi',
    ]);
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(/GROQ_API_KEY is not set[\s\S]*console\.groq\.com\/keys/);
  });
});
