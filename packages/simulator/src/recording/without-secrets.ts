const mark = '[redacted]';

/** Shorter secrets protect nothing, and would take half of every text with them. */
const shortestSecret = 8;

/** How the keys of the common providers look, and what follows the names of secrets. */
const keyShapes = [
  /\b(?:sk|pk|rk|gsk|xai|pplx|hf|csk|nvapi|r8|tgp_v1)[-_][\w-]{8,}/g,
  /\bAIza[\w-]{20,}/g,
  /\beyJ[\w-]{10,}(?:\.[\w-]+){1,2}/g,
  /(?<=\bBearer\s)[\w.~+/=-]{8,}/gi,
];

/**
 * A text without the given secrets, whole or URL-encoded, and without whatever is shaped like a key.
 *
 * The recorder has its own eyes for this: the simulator takes nothing but types from the rest of
 * Farebox.
 *
 * @example
 * withoutSecrets('Incorrect API key: sk-abc123def456', []) // => 'Incorrect API key: [redacted]'
 */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const known = secrets
    .filter((secret) => secret.length >= shortestSecret)
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
  // The longest first, or a secret inside another would leave the other's rest.
  const without = known
    .toSorted((a, b) => b.length - a.length)
    .reduce((current, secret) => current.replaceAll(secret, mark), text);
  return keyShapes.reduce((current, shape) => current.replace(shape, mark), without);
}
