import { type Confidential, withoutConfidential } from './confidential.js';

/** Terminal escape sequences: CSI, then strings (OSC, DCS, SOS, PM, APC) with their payload, then the rest. */
const escapes =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/g;
/** Control and format characters (among them right-to-left overrides and invisible tags), halves of pairs. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const longest = 200;
/** No error needs more to say what it is; some quote all that was sent. */
const longestRead = 16 * 1024;
/** So much of a secret or a prompt may be left before that cut without being recognised. */
const longestRest = 200;

/**
 * What a provider wrote, fit for an error message: one line, no control characters or escape
 * sequences, nothing confidential, at most 200 characters.
 *
 * Cleaned before it is searched, so that no invisible character can hide a key, and cut last, so that
 * no cut can.
 */
export function providerText(text: string, confidential: Confidential = {}): string {
  const clean = text
    .slice(0, longestRead)
    .replace(escapes, '')
    .replace(/\s+/g, ' ')
    .replace(invisible, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  const safe = withoutConfidential(clean, confidential).replace(/\p{Cs}/gu, '');
  const isWhole = text.length <= longestRead;
  if (isWhole && safe.length <= longest) return safe;
  const lastMark = safe.lastIndexOf(']') + 1;
  const certain = isWhole ? safe.length : Math.max(lastMark, safe.length - longestRest);
  const cut = safe.slice(0, Math.min(longest - 1, certain));
  if (cut === '') return '';
  // Not through the middle of an emoji.
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
