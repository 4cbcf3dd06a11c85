import { secretForms } from './secret-forms.js';

const marker = '[redacted]';

/** How the keys of the common providers begin; what begins so is a key whoever it belongs to. */
const prefixes =
  'sk-|sk_|pk-|rk_|AIza|AQ\\.|gsk_|xai-|pplx-|r8_|hf_|csk-|nvapi-|fw_|fw-|tgp_v1_|esecret_|dapi|vck_|lsv2_|glhf_|jina_|pa-|tvly-|sess-|ya29\\.|gh[a-z]_|github_pat_|glpat-|AKIA|ASIA|xox[a-z]-|eyJ';
const prefix = new RegExp(`^(?:${prefixes})`);

/** Each pattern with what stands in its place. All run in time linear in the text. */
const patterns: readonly (readonly [RegExp, string])[] = [
  // https://user:password@host
  [/\b([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@?#]{1,2000}@/gi, `$1${marker}@`],
  // A key with its prefix, whole or masked in the middle: sk-proj-abc…, sk-ab***********wxyz
  [
    new RegExp(`(?<![\\w-])(${prefixes})(?=[\\w*.•-]{6})[\\w*•-]+(?:\\.+[\\w*•-]+)*`, 'g'),
    `$1…${marker}`,
  ],
  // Authorization: Bearer …, but not the words "Bearer authentication"
  [/\b(Bearer|Basic)\s+(?!auth\w*\b|tokens?\b|schemes?\b)[\w.~+/=*-]{6,}/gi, `$1 ${marker}`],
  // api-key: …, "access_token": "…", ?key=…&
  [
    /((?:[\w-]{0,20}(?:api[-_ ]?key|secret|token|password|subscription-key)|[?&](?:key|sig|signature|code)|authorization)["']?\s{0,3}(?:[=]|:(?!\/\/))\s{0,3}["']?)(?!(?:Bearer|Basic)\s)[^\s"'&,;)}\]]{6,}/gi,
    `$1${marker}`,
  ],
  // Masked by whoever wrote the message: ab12************wxyz
  [/(?<![\w*-])[\w-]*\*{4,}[\w*-]*/g, marker],
  // Long runs of letters and digits are keys far more often than words: Azure, Cohere, Together, JWTs
  [/(?<![\w-])(?=[a-z_-]*\d)(?=[\d_-]*[a-z])[\w-]{40,}/gi, marker],
];

/**
 * The text without secrets: the given ones wherever they stand, and whatever looks like a key.
 *
 * A given secret is found whole, URL-encoded, in base64, and by the parts that providers echo (its
 * first 12 or last 8 characters, or either end beside a mask). Secrets under 8 characters are ignored:
 * such a key protects nothing, and half of every message would go. Redacting twice changes nothing.
 *
 * @example
 * redact('Incorrect API key provided: sk-proj-abc123def456.');
 * // => 'Incorrect API key provided: sk-…[redacted].'
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  const forms = secrets.filter((secret) => secret.trim().length >= 8).map(secretForms);
  let current = text;
  for (;;) {
    // What is between two marks is on its own: no pattern may take a mark for a part of a key. Again
    // while that leaves less text outside the marks, because a replacement can bare another key.
    const next = current
      .split(marker)
      .map((part) => redactPart(part, forms))
      .join(marker);
    if (lengthOutsideMarks(next) >= lengthOutsideMarks(current)) return current;
    current = next;
  }
}

/** What stands in the place of a secret: the beginning that it shares with others says which one to look for. */
export function markOf(secret: string): string {
  const kind = prefix.exec(secret)?.[0];
  return kind === undefined ? marker : `${kind}…${marker}`;
}

function lengthOutsideMarks(text: string): number {
  return text.length - (text.split(marker).length - 1) * marker.length;
}

function redactPart(text: string, secrets: readonly RegExp[]): string {
  let result = text;
  for (const secret of secrets) {
    result = result.replace(secret, markOf);
  }
  for (const [pattern, replacement] of patterns) result = result.replace(pattern, replacement);
  return result;
}

/** The text if no given secret is in it, in none of its forms; otherwise nothing: for codes and ids, which are right or useless. */
export function unlessSecret(
  text: string | undefined,
  secrets: readonly string[] = [],
): string | undefined {
  const isIn = (secret: string) =>
    secret.trim().length < 8
      ? secret !== '' && text?.includes(secret)
      : secretForms(secret).test(text ?? '');
  return secrets.some(isIn) ? undefined : text;
}
