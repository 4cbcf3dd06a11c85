import { homedir } from 'node:os';

/** The home of the user who runs the command; empty where the system knows of none. */
export function homeFolder(): string {
  try {
    return homedir();
  } catch {
    // A user without an entry and without HOME, as in some containers.
    return '';
  }
}
