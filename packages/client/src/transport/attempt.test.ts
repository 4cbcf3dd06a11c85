import { virtualClock } from '@farebox/core/testing';
import { describe, expect, it } from 'vitest';
import { errorOf, request } from '../fixtures/fake-call.js';
import { scriptedProvider } from '../fixtures/scripted-provider.js';
import { content, role } from '../fixtures/wire-events.js';
import { fetchTransport } from './fetch-transport.js';

describe('one attempt', () => {
  it('an abort at the very moment of the headers ends it, even if the body ignores the signal', async () => {
    let isCancelled = false;
    const cancel = () => {
      isCancelled = true;
    };
    const fetch = async () => new Response(new ReadableStream({ cancel }));
    const controller = new AbortController();
    const onHeaders = () => controller.abort();
    const { signal } = controller;
    const running = fetchTransport({ fetch })(request, { signal, onHeaders });
    await expect(running).rejects.toMatchObject({ kind: 'aborted', delivered: false });
    expect(isCancelled).toBe(true);
  });

  it('an abort before anything is sent says so, whoever aborted', async () => {
    const provider = scriptedProvider([{ body: [role] }]);
    const call = fetchTransport({ fetch: provider.fetch });
    for (const reason of ['enough', errorOf('timeout', { code: 'total' })]) {
      const running = call(request, { signal: AbortSignal.abort(reason) });
      await expect(running).rejects.toMatchObject({ code: 'not-sent' });
    }
    expect(provider.requests).toHaveLength(0);
  });

  it('a deadline that has passed unheard, as while a machine slept, lets nothing leave', async () => {
    const provider = scriptedProvider([{ body: [role] }]);
    const call = fetchTransport({ fetch: provider.fetch });
    const clock = virtualClock();
    const late = call(request, { clock, deadlineAtMs: clock.monotonicMs() });
    await expect(late).rejects.toMatchObject({
      kind: 'timeout',
      code: 'not-sent',
      gaveUp: 'deadline',
    });
    expect(provider.requests).toHaveLength(0);
  });

  it('an error after a part was delivered counts the attempts before it too', async () => {
    const provider = scriptedProvider([{ body: [role, content('Hel')] }]);
    const call = fetchTransport({ fetch: provider.fetch });
    const stream = await call(request, { attempt: 3 });
    await expect(stream.completion()).rejects.toMatchObject({ kind: 'truncated', attempts: 3 });
  });

  it('whatever makes it fail, the request does not go on', async () => {
    const provider = scriptedProvider([{ body: [role], ending: 'stall' }]);
    const onHeaders = () => {
      throw new Error('a defect of the caller');
    };
    const running = fetchTransport({ fetch: provider.fetch })(request, { onHeaders });
    await expect(running).rejects.toMatchObject({ delivered: false });
    expect(provider.open).toBe(0);
  });

  it('a fetch that has failed is not aborted afterwards: that of Node.js would throw it at nobody', async () => {
    let sent: AbortSignal | null | undefined;
    const fetch: typeof globalThis.fetch = async (_, init) => {
      sent = init?.signal;
      throw new TypeError('fetch failed');
    };
    await expect(fetchTransport({ fetch })(request, {})).rejects.toMatchObject({
      kind: 'connection',
    });
    expect(sent?.aborted).toBe(false);
  });

  it('the signal outranks what fetch throws', async () => {
    const controller = new AbortController();
    const fetch = async () => {
      controller.abort('enough');
      throw new TypeError('fetch failed');
    };
    const { signal } = controller;
    const running = fetchTransport({ fetch })(request, { signal });
    await expect(running).rejects.toMatchObject({ kind: 'aborted', cause: 'enough' });
  });
});
