// The `openai` client as it is, with a hard budget around it: reserve, call, settle.
import { formatUsd } from '@farebox/core';
import { memoryLedger, openAttempt, scope } from '@farebox/cost';
import { simulate } from '@farebox/simulator';
import OpenAI from 'openai';

const openai = new OpenAI({ apiKey: 'any', maxRetries: 0, fetch: simulate({ seed: 1 }).fetch });
const ledger = memoryLedger();
const session = scope({ id: 'session', limitUsd: '0.50' });
const request = {
  model: 'gpt-4o-mini',
  messages: [{ role: 'user' as const, content: 'Explain a for loop in two lines' }],
  max_completion_tokens: 200,
};

const attempt = await openAttempt({ ledger, scopes: [session], request });
console.log(`reserved $${formatUsd(attempt.bound ?? 0n)}`);
try {
  const completion = await openai.chat.completions.create(request);
  const receipt = await attempt.settle(completion);
  console.log(completion.choices[0]?.message.content);
  for (const { what, units, amount } of receipt.lines ?? []) {
    console.log(`${what}: ${units} tokens, $${formatUsd(amount)}`);
  }
} catch (error) {
  await attempt.fail(error);
  throw error;
}
const { settled, reserved } = await ledger.balance('session');
console.log(`settled $${formatUsd(settled)}, reserved $${formatUsd(reserved)}`);
