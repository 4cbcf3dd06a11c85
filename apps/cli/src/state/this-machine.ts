import { homedir } from 'node:os';
import type { Machine } from './place.js';

/** The machine of this process, as its user has it. */
export function thisMachine(): Machine {
  return { platform: process.platform, homeFolder: homeFolder(), environment: process.env };
}

/** Empty where the system knows of none. */
function homeFolder(): string {
  try {
    return homedir();
  } catch {
    // A user without an entry and without HOME, as in some containers.
    return '';
  }
}
