/** How the keys of a provider look, strictly enough that ordinary text is not one. */
interface KeyFormat {
  readonly whose: string;
  readonly pattern: string;
}

/** Read in November 2026, from the keys that the providers' own documentation shows and their scanners look for. */
const formats: readonly KeyFormat[] = [
  { whose: 'Anthropic', pattern: 'sk-ant-[A-Za-z0-9_-]{30,}' },
  { whose: 'OpenRouter', pattern: 'sk-or-v1-[0-9a-f]{40,}' },
  { whose: 'OpenAI', pattern: 'sk-(?:proj|svcacct|admin|None)-[A-Za-z0-9_-]{30,}' },
  { whose: 'OpenAI or DeepSeek', pattern: 'sk-[A-Za-z0-9]{32,}' },
  { whose: 'Google', pattern: 'AIza[A-Za-z0-9_-]{35}' },
  { whose: 'Groq', pattern: 'gsk_[A-Za-z0-9]{40,}' },
  { whose: 'xAI', pattern: 'xai-[A-Za-z0-9]{40,}' },
  { whose: 'Together', pattern: 'tgp_v1_[A-Za-z0-9_-]{30,}' },
  { whose: 'Perplexity', pattern: 'pplx-[A-Za-z0-9]{40,}' },
  { whose: 'Hugging Face', pattern: 'hf_[A-Za-z0-9]{30,}' },
];

const anyKey = new RegExp(
  `(?<![\\w-])(?:${formats.map(({ pattern }) => `(${pattern})`).join('|')})`,
  'g',
);

/** A key in a text: where, and whose it is by the look of it. The key itself is not among it. */
export interface KeyInText {
  /** From 1 on. */
  readonly line: number;
  readonly whose: string;
  /** Whether its line says that it is meant to be there. */
  readonly isAllowed: boolean;
}

/** What the scanners of secrets take for that, on the line of the key: gitleaks, TruffleHog, detect-secrets. */
const allowed = /gitleaks:allow|trufflehog:ignore|pragma:\s*allowlist secret/i;

/**
 * Every line of a text that has a key in it: one of those that are known, or one by the look of it.
 *
 * What is plainly made up (`sk-xxxxxxxx…`, `sk-abcdefgh…`, eight of the same, or words as in `your-key-here`) is none. One that
 * is known is allowed nowhere.
 *
 * @param known keys that are in use here, found wherever they stand.
 */
export function keysInText(text: string, known: readonly string[]): readonly KeyInText[] {
  const found: KeyInText[] = [];
  const lineAt = lineCounter(text);
  const at = new Map<number, string>();
  for (const key of known) {
    for (let index = text.indexOf(key); index !== -1; index = text.indexOf(key, index + 1)) {
      at.set(index, inUse);
    }
  }
  for (const match of text.matchAll(anyKey)) {
    const [key, ...groups] = match;
    if (at.has(match.index) || isMadeUp(key)) continue;
    at.set(match.index, formats[groups.findIndex((group) => group !== undefined)]?.whose ?? '');
  }
  for (const [index, whose] of [...at].toSorted(([a], [b]) => a - b)) {
    const isAllowed = whose !== inUse && allowed.test(lineOf(text, index));
    found.push({ line: lineAt(index), whose, isAllowed });
  }
  return found;
}

const inUse = 'the one in use here';

/** The line that has this index in it; of one without end, as minified code, what is near. */
function lineOf(text: string, index: number): string {
  const near = 1_000;
  const before = text.slice(Math.max(0, index - near), index);
  const after = text.slice(index, index + near);
  return (before.split('\n').at(-1) ?? '') + (after.split('\n')[0] ?? '');
}

/** Keys are drawn by lot: they have digits among the letters, no long run of one, and no alphabet in them. */
function isMadeUp(key: string): boolean {
  const drawn = key.replace(/^[A-Za-z]+[-_](?:[a-z0-9]+[-_](?=.{25}))?/, '');
  if (!/\d/.test(drawn) || new Set(drawn).size < 10) return true;
  return /(.)\1{5}|abcdef|0123456|1234567|example|canary|your[-_]?|fake|dummy|sample|redacted|placeholder|changeme/i.test(
    key,
  );
}

/** Lines are counted once, however many indices are asked for, if they come in order. */
function lineCounter(text: string): (index: number) => number {
  let line = 1;
  let from = 0;
  return (index) => {
    for (
      let end = text.indexOf('\n', from);
      end !== -1 && end < index;
      end = text.indexOf('\n', from)
    ) {
      line += 1;
      from = end + 1;
    }
    return line;
  };
}
