/** What the system says about a file or a folder, of `fs.Stats`. */
export interface Ownership {
  readonly mode: number;
  readonly uid: number;
}

/**
 * Who else than its owner can get at a file or a folder: a sentence's end, or undefined where nobody can.
 *
 * What is secret must not be read or written by others. For the rest it is enough that they cannot write: into a
 * file what they like, or another file into a folder.
 *
 * @param user the number of the user who asks; without one (Windows) there are no modes to look at.
 */
export function privacyFlaw(
  { mode, uid }: Ownership,
  need: 'secret' | 'trusted',
  user: number | undefined,
): string | undefined {
  if (user === undefined) return undefined;
  if (uid !== user && uid !== 0) return `belongs to another user (number ${uid})`;
  const others = mode & (need === 'secret' ? 0o077 : 0o022);
  if (others === 0) return undefined;
  const readable = (mode & 0o044) !== 0;
  const writable = (mode & 0o022) !== 0;
  const can = [...(readable ? ['read'] : []), ...(writable ? ['written to'] : [])].join(' and ');
  return `can be ${can || 'run'} by others (mode 0${(mode & 0o777).toString(8)})`;
}
