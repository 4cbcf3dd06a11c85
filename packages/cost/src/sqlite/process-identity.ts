import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Which process a holder is, so that another can tell whether it still runs. */
export interface ProcessIdentity {
  /** Where process ids mean the same: one boot of one kernel, one namespace of ids. */
  readonly place: string;
  readonly pid: number;
  /** When it started, which tells it from a later process with the same id; `''` where that is unknown. */
  readonly started: string;
}

export function thisProcess(): ProcessIdentity {
  const { pid } = process;
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const place = `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
    return { place, pid, started: statusOf(pid)?.started ?? '' };
  } catch {
    // Not Linux: ids are compared within the host, and without a start time only their absence counts.
    return { place: `host ${hostname()}`, pid, started: '' };
  }
}

/** Whether a process runs. `unknown` where its id says nothing here, or may be somebody else's by now. */
export function livenessOf(
  { place, pid, started }: ProcessIdentity,
  here: string,
): 'alive' | 'dead' | 'unknown' {
  if (place !== here) return 'unknown';
  if (started === '') return isThere(pid) ? 'unknown' : 'dead';
  const status = statusOf(pid);
  // Z and X: it has ended, and nobody has asked for its exit code yet.
  const runs = status !== undefined && status.started === started && !/[ZX]/.test(status.state);
  return runs ? 'alive' : 'dead';
}

/** State and start time of a process on Linux, from `/proc/<pid>/stat`; undefined if there is none. */
function statusOf(pid: number): { readonly state: string; readonly started: string } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name is in parentheses and may hold anything; state is field 3, the start time field 22.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', started: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code !== 'ESRCH';
  }
}
