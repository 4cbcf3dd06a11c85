/** What a provider puts where it leaves out the middle of a key. Bounded, or a line of stars takes quadratic time. */
const mask = String.raw`(?:\*{2,64}|\.{3,64}|…|•{2,64})`;

/** The forms in which a secret of at least 8 characters may turn up in a text, as one expression. */
export function secretForms(secret: string): RegExp {
  const trimmed = secret.trim();
  const whole = [secret, trimmed, encodeURIComponent(trimmed.toWellFormed())];
  const literals = [...whole, ...inBase64(trimmed)]
    .filter((form) => form.length >= 8)
    .sort((first, second) => second.length - first.length)
    .map(literally);
  const ends: string[] = [];
  if (trimmed.length >= 16) {
    ends.push(
      `${literally(trimmed.slice(0, 12))}[\\w-]*`,
      `(?<![\\w-])[\\w-]*${literally(trimmed.slice(-8))}`,
    );
  }
  // Six, so that it goes beyond the `sk-` that all keys of a provider share.
  const head = literally(trimmed.slice(0, 6));
  const tail = literally(trimmed.slice(-4));
  ends.push(
    `${head}[\\w-]{0,20}${mask}[\\w-]{0,20}`,
    `(?<![\\w-])[\\w-]{0,64}${mask}[\\w-]{0,20}${tail}(?![\\w-])`,
    `(?<=\\b(?:ending|ends) (?:in|with) ["'\`]?)${tail}(?![\\w-])`,
  );
  return new RegExp([...literals, ...ends].join('|'), 'g');
}

/** The secret as base64, of both alphabets, as far as it does not depend on what stands beside it. */
export function inBase64(secret: string): string[] {
  return base64Cores(secret).flatMap((core) => [
    core,
    core.replaceAll('+', '-').replaceAll('/', '_'),
  ]);
}

/**
 * The part of the secret's base64 that does not depend on what stands beside it, for each of the three
 * ways it can fall into groups of three bytes: `Basic` credentials hide it behind a user name.
 */
function base64Cores(secret: string): string[] {
  const bytes = String.fromCharCode(...new TextEncoder().encode(secret));
  return [0, 1, 2].map((shift) => {
    const encoded = btoa('\0'.repeat(shift) + bytes);
    const touched = Math.ceil((shift * 8) / 6);
    const certain = Math.floor(((shift + bytes.length) * 8) / 6);
    return encoded.slice(touched, certain);
  });
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
