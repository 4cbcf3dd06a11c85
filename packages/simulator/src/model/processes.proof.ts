import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ask } from '../fixtures/ask.js';
import { simulate } from '../simulate.js';

const request = {
  messages: [{ role: 'user', content: 'Tell me a story' }],
  temperature: 1.4,
  top_p: 0.95,
  frequency_penalty: 0.3,
  logit_bias: { '13': 1, '11': -0.5 },
  n: 8,
  seed: 7,
  logprobs: true,
  top_logprobs: 5,
};

const root = join(import.meta.dirname, '../..');

/** Prints the choices of a request to the built package, in a process of its own. */
const program = `
import { simulate } from ${JSON.stringify(join(root, 'dist/index.js'))};
const response = await simulate().fetch('http://simulator/v1/chat/completions', {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ model: 'gpt-4o-mini', ...${JSON.stringify(request)} }),
});
console.log(JSON.stringify((await response.json()).choices));
`;

it.each([
  ['node', [process.execPath, '--input-type=module', '--eval', program]],
  ['node again', [process.execPath, '--input-type=module', '--eval', program]],
  ['bun', [join(root, 'node_modules/.bin/bun'), '--eval', program]],
  ['deno', [join(root, 'node_modules/.bin/deno'), 'eval', '--no-lock', program]],
])(
  'a seed makes the same choices, log probabilities included, in another process: %s',
  async (_, command) => {
    const [file = '', ...parameters] = command;
    const { stdout, stderr } = spawnSync(file, parameters, { cwd: root, encoding: 'utf8' });
    const here = (await (await ask(simulate(), request)).json()) as { choices: unknown };
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual(here.choices);
  },
);
