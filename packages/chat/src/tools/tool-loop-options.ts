import { ChatError } from '@farebox/core';

/** When the loop of calls and results ends without an answer, and how tools run in it. */
export interface ToolLoopOptions {
  /**
   * How often the model is called at most for one answer, the first call included. Default 10. Asked again for an answer that does
   * not fit its schema, it has the turns that are left; where none is, it is asked once more, and told to call no tool.
   */
  readonly maxTurns?: number | undefined;
  /** In how many steps in a row the same call may be made; the last of them is not run. Default 3; Infinity for a tool that is polled. */
  readonly maxRepeats?: number | undefined;
  /** How long one run of a tool may take that says nothing of its own. Default 60,000. */
  readonly toolTimeoutMs?: number | undefined;
  /** How many calls of one reply run at the same time. Default 8. */
  readonly concurrency?: number | undefined;
}

/** The options with their defaults. */
export type ToolLoop = { [Name in keyof ToolLoopOptions]-?: number };

const defaults: ToolLoop = { maxTurns: 10, maxRepeats: 3, toolTimeoutMs: 60_000, concurrency: 8 };

/** @throws {ChatError} `configuration` for an option that is unknown or no positive number. */
export function toolLoop(options: ToolLoopOptions = {}): ToolLoop {
  const loop = { ...defaults };
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(defaults, name)) throw unknown(name);
    if (value === undefined) continue;
    const isAnyNumber = name === 'toolTimeoutMs' || value === Number.POSITIVE_INFINITY;
    const isFit = typeof value === 'number' && (isAnyNumber || Number.isInteger(value));
    if (!isFit || !(value > 0)) throw unusable(name, value);
    loop[name as keyof ToolLoop] = value;
  }
  return loop;
}

function unknown(name: string): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: `toolLoop has no option ${name}.`,
    fix: `Known are ${Object.keys(defaults).join(', ')}.`,
  });
}

function unusable(name: string, value: unknown): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: `toolLoop.${name} is ${value}; it must be more than 0${name === 'toolTimeoutMs' ? ' milliseconds' : ', and whole'}.`,
    fix: `Leave it out for ${defaults[name as keyof ToolLoop]}, or give Infinity for no limit.`,
  });
}
