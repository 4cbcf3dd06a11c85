import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const script = join(import.meta.dirname, '../dist/farebox-simulator.js');

it.each(['SIGINT', 'SIGTERM'] as const)(
  'the built command serves until %s, and then leaves with 0 and nothing to clean up',
  async (signal) => {
    if (!existsSync(script)) throw new Error(`There is no ${script}; run: npm run build`);
    const child = spawn(process.execPath, [script, '--fault', 'stall'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH },
    });
    const ended = once(child, 'close');
    const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
    const response = await fetch(`${line.trim()}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        model: 'gpt-4o-mini',
        stream: true,
        messages: [{ role: 'user', content: 'Hi' }],
      }),
    });
    const broken = response.text().then(
      () => 'ended',
      () => 'broken',
    );
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
    expect(await broken).toBe('broken');
  },
);
