import { expect, it } from 'vitest';
import { farebox, resultOf, startCommand } from './command.js';

it('serves other processes until Ctrl-C, and ends with 0 and its books', async () => {
  const child = startCommand(['simulate', '--seed', '1']);
  const ended = resultOf(child);
  const url = await new Promise<string>((resolve) => {
    child.stdout.once('data', (text: string) => resolve(text.trim()));
  });
  const asked = await farebox(['-t', '0', 'Explain a for loop in two lines'], {
    environment: { OPENAI_BASE_URL: url },
  });
  expect(asked.code).toBe(0);
  child.kill('SIGINT');
  const { code, out, error } = await ended;
  expect({ code, out }).toEqual({ code: 0, out: `${url}\n` });
  expect(error).toMatch(/\n200 gpt-4o-mini-2024-07-18 \d+ in \d+ out \$0\.\d+ completed req_\w+\n/);
  expect(error).toMatch(
    /\nfarebox: 1 request: 1 completed; a provider would have billed \$0\.0000\d+\.\n$/,
  );
});
