import { isChatError, parseUsd } from '@farebox/core';

/** Why a text is no budget, in a sentence, or undefined if it is one. */
export function budgetProblem(limitUsd: string): string | undefined {
  try {
    parseUsd(limitUsd);
    return undefined;
  } catch (error) {
    return isChatError(error) ? error.message : String(error);
  }
}
