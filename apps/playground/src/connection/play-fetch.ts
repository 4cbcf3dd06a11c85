import { ChatError } from '@farebox/core';

/**
 * `fetch` to the command that serves the page: its refusals become the errors that they are there.
 *
 * A budget refuses before anything is sent to the provider, so nothing is charged for it here either.
 *
 * @throws {ChatError} `budget` where a limit of the command has no room.
 */
export function playFetch(send: typeof fetch): typeof fetch {
  return async (input, init) => {
    const response = await send(input, init);
    if (response.status !== 402) return response;
    const refusal = refusalIn(await response.clone().text());
    if (refusal === undefined) return response;
    const { message, fix } = refusal;
    throw new ChatError({ kind: 'budget', code: 'not-sent', message, fix });
  };
}

function refusalIn(body: string): { readonly message: string; readonly fix?: string } | undefined {
  try {
    const { error } = JSON.parse(body);
    const { type, message, fix } = error;
    if (type !== 'farebox_budget' || typeof message !== 'string') return undefined;
    return { message, ...(typeof fix === 'string' && { fix }) };
  } catch {
    return undefined;
  }
}
