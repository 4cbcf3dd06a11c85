import { type Dispatcher, fetch as undiciFetch } from 'undici';

/** A fetch whose connections are an undici agent's. */
export function withAgent(dispatcher: Dispatcher): typeof fetch {
  const send = undiciFetch as unknown as typeof fetch;
  return (input, init) => send(input, { ...init, dispatcher } as RequestInit);
}
