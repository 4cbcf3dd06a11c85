import type { IncomingMessage } from 'node:http';
import { ChatError, type ChatRequest } from '@farebox/core';

/** Room for pictures in it. */
const mostBytes = 16 * 1024 * 1024;

/**
 * The call in the body of a request.
 *
 * @throws {ChatError} `bad-request` for what is none, is too large, or asks for a model that was not chosen.
 */
export async function readCall(
  incoming: IncomingMessage,
  models: readonly string[],
): Promise<ChatRequest> {
  const value = parsed(await bodyOf(incoming));
  if (value === null || typeof value !== 'object' || !('messages' in value && 'model' in value)) {
    throw badRequest('The body is no call: it has no model or no messages.');
  }
  const request = value as ChatRequest;
  if (!models.includes(request.model)) {
    throw badRequest(
      `The model is none of ${models.join(', ')}.`,
      'Start farebox play with it: --model is repeatable.',
    );
  }
  if (!Array.isArray(request.messages)) throw badRequest('messages is no list.');
  // What the wire leaves out means one reply; in the library it means a stream.
  return { ...request, stream: request.stream === true };
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  if (Number(incoming.headers['content-length'] ?? 0) > mostBytes) throw tooLarge();
  const blocks: Uint8Array[] = [];
  let bytes = 0;
  for await (const block of incoming as AsyncIterable<Uint8Array>) {
    bytes += block.byteLength;
    if (bytes > mostBytes) throw tooLarge();
    blocks.push(block);
  }
  return Buffer.concat(blocks);
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw badRequest('The body is no JSON.');
  }
}

function tooLarge(): ChatError {
  return badRequest(`The body is larger than ${mostBytes} bytes.`).with({ status: 413 });
}

function badRequest(message: string, fix?: string): ChatError {
  return new ChatError({ kind: 'bad-request', message, fix });
}
