import { expect, it } from 'vitest';
import { ask } from '../fixtures/ask.js';
import { replyUnder } from '../fixtures/reply-under.js';
import { simulate } from '../simulate.js';

it.each([
  'insufficient_quota',
  'credit_balance_exhausted',
  'organization_spend_limit_exceeded',
  'project_spend_limit_exceeded',
  'organization_usage_limit_exceeded',
])('quota and json-error say %s, and cost nothing', async (code) => {
  for (const [fault, status] of [
    ['quota', 429],
    ['json-error', 200],
  ] as const) {
    const { response, text, line } = await replyUnder({ fault, code });
    expect(response.status).toBe(status);
    expect(JSON.parse(text)).toMatchObject({ error: { code } });
    expect(line).toMatchObject({ cost: 0n, ended: 'refused' });
  }
});

it('html, empty and no-content may have lost an answer that was generated, and is billed', async () => {
  const { cost } = (await replyUnder('ok')).line;
  for (const fault of ['html', 'empty', 'no-content'] as const) {
    const { line } = await replyUnder({ fault, billed: true });
    expect(line).toMatchObject({ ended: 'failed', sentTokens: 0, cost });
  }
  const simulator = simulate({ seed: 1, faults: Array(30).fill('html') });
  for (let run = 0; run < 30; run++) await ask(simulator);
  const billed = simulator.books.requests.filter((each) => each.cost > 0n).length;
  expect(billed).toBeGreaterThan(3);
  expect(billed).toBeLessThan(20);
});

it('a status under 500 is billed only where it says so', async () => {
  const { cost } = (await replyUnder('ok')).line;
  const refused = await replyUnder({ fault: 'status', status: 408 });
  expect(refused.line).toMatchObject({ cost: 0n, ended: 'refused' });
  const billed = await replyUnder({ fault: 'status', status: 408, billed: true });
  expect(billed.line).toMatchObject({ cost, ended: 'failed', status: 408 });
});
