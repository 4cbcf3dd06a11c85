import { simulate } from '@farebox/simulator';

/** Loads the simulator's tokenizer, which takes real time, before any is measured or virtual. */
export async function warmUp(): Promise<void> {
  const body = { model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Hello' }] };
  const response = await simulate().fetch('http://simulator.test/v1/chat/completions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  await response.text();
}
