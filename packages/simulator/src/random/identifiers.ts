import { dice } from './dice.js';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** The ids of one request, which the simulator's seed and the request's number decide. */
export function identifiers(seed: string, number: number): { request: string; reply: string } {
  const random = dice(`${seed}:id:${number}`);
  const letters = (length: number, from: string) =>
    Array.from({ length }, () => from[Math.floor(random() * from.length)]).join('');
  return {
    request: `req_${letters(32, '0123456789abcdef')}`,
    reply: `chatcmpl-${letters(29, alphabet)}`,
  };
}

/** The id of one tool call of a reply, whose id it follows. */
export function callId(reply: string, choice: number, position: number): string {
  const random = dice(`${reply}:call:${choice}:${position}`);
  const letters = Array.from(
    { length: 24 },
    () => alphabet[Math.floor(random() * alphabet.length)],
  );
  return `call_${letters.join('')}`;
}
