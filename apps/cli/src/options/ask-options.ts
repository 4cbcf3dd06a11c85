import type { ProfileName } from '@farebox/client';

/** The options of `ask`, each checked on its own; the ones that were not given are missing. */
export interface AskOptions {
  readonly model: string;
  readonly system?: string;
  readonly role?: string;
  readonly temperature?: number;
  readonly maxTokens?: number;
  /** US dollars as decimal text. */
  readonly maxCost?: string;
  readonly retries?: number;
  readonly onTruncated?: 'throw' | 'restart' | 'continue';
  /** Seconds. */
  readonly timeout?: number;
  readonly baseUrl?: string;
  readonly profile?: ProfileName;
  readonly stream: boolean;
  readonly json?: boolean;
  readonly strict?: boolean;
}
