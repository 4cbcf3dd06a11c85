import { ChatError } from '@farebox/core';
import type { Receipt } from '../receipt.js';

export function neverReserved(id: string): ChatError {
  return new ChatError({
    kind: 'store',
    code: 'never-reserved',
    message: `There is no reservation ${id}.`,
    fix: 'Reserve before the attempt leaves, and settle with the same id.',
  });
}

export function resolvedAlready({ id, resolution }: Pick<Receipt, 'id' | 'resolution'>): ChatError {
  return new ChatError({
    kind: 'store',
    code: 'resolved',
    message: `The reservation ${id} has been ${resolution} already.`,
    fix: 'Give each attempt an id of its own, and resolve it once.',
  });
}
