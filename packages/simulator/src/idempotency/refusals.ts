import { Refusal } from '../refusal/refusal.js';

const param = 'Idempotency-Key';

/** 400 for a key over 255 characters. */
export function keyTooLong(characters: number): Refusal {
  return new Refusal(400, {
    message: `The Idempotency-Key has ${characters} characters; it may have 255. A UUID is a good key.`,
    type: 'idempotency_error',
    param,
    code: 'idempotency_key_too_long',
  });
}

/** 400 for a key that came with another body before. */
export function keyReused(): Refusal {
  return new Refusal(400, {
    message:
      'This Idempotency-Key was used for a request with another body within the last 24 hours. Repeat that request byte for byte to get its reply again, or use a new key.',
    type: 'idempotency_error',
    param,
    code: 'idempotency_key_reused',
  });
}

/** 409 for a key whose first request is not over. */
export function keyInUse(): Refusal {
  return new Refusal(409, {
    message:
      'The first request with this Idempotency-Key is still being answered. Wait for its end, then repeat it.',
    type: 'idempotency_error',
    param,
    code: 'idempotency_key_in_use',
  });
}
