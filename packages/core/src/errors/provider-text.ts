import { redact } from './redact.js';

/** Terminal escape sequences: CSI, then strings (OSC, DCS, SOS, PM, APC) with their payload, then the rest. */
const escapes =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/g;
/** Control and format characters (among them right-to-left overrides and invisible tags), halves of pairs. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const longest = 200;

/**
 * What a provider wrote, fit for an error message: one line, no control characters or escape
 * sequences, no secrets, at most 200 characters.
 *
 * Cleaned before it is redacted, so that no invisible character can hide a key, and cut last, so that
 * no cut can.
 */
export function providerText(text: string, secrets: readonly string[] = []): string {
  const clean = text
    .replace(escapes, '')
    .replace(/\s+/g, ' ')
    .replace(invisible, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  const safe = redact(clean, secrets);
  if (safe.length <= longest) return safe;
  const cut = safe.slice(0, longest - 1);
  // Not through the middle of an emoji.
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
