/** The simulator with all that it loads with its first requests: that time is not the provider's. */
export async function readySimulator(): Promise<typeof import('@farebox/simulator')> {
  const simulator = await import('@farebox/simulator');
  const response = await simulator
    .simulate()
    .fetch('https://simulator.invalid/v1/chat/completions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        model: 'gpt-4o-mini',
        messages: [{ role: 'user', content: 'Hello' }],
        // No plain request, which would leave the schema of all others for later.
        seed: 1,
      }),
    });
  await response.text();
  return simulator;
}
