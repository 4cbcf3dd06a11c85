/**
 * A fingerprint of texts, in order: SHA-256, so that keys and bodies need not be held themselves.
 *
 * Web Crypto, as every runtime has it; browsers have it on `https:` and `localhost` pages only.
 */
export async function digest(...texts: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(texts));
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
