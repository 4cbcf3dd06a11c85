import { isChatError } from '@farebox/core';
import { fixOfError } from '../report/fix-of.js';
import type { Finding } from './finding.js';

/** What would have ended a call, as a finding; whatever is no error of ours goes on. */
export function findingOfError(subject: string, error: unknown): Finding {
  if (!isChatError(error)) throw error;
  const what = error.message.replace(/\.$/, '');
  return { subject, verdict: 'problem', what, fix: fixOfError(error) };
}
