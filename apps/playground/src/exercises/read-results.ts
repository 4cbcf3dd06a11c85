import type { ExerciseResults } from './exercise.js';

/**
 * The results of the checks from what a cell came to, which is not to be believed.
 *
 * @returns `undefined` for what is no list of that many results.
 */
export function readResults(result: unknown, checks: number): ExerciseResults | undefined {
  if (typeof result !== 'string') return undefined;
  let read: unknown;
  try {
    read = JSON.parse(result);
  } catch {
    return undefined;
  }
  if (!Array.isArray(read) || read.length !== checks || !read.every(isResult)) return undefined;
  return read.map(({ what, problem }) => (problem === undefined ? { what } : { what, problem }));
}

function isResult(one: unknown): one is { what: string; problem?: string } {
  if (typeof one !== 'object' || one === null || !('what' in one)) return false;
  const problem = 'problem' in one ? one.problem : undefined;
  return typeof one.what === 'string' && (problem === undefined || typeof problem === 'string');
}
