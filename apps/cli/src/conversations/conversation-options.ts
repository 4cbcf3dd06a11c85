import { ChatError } from '@farebox/core';
import type { Command } from 'commander';
import { conversationName } from './conversation-name.js';

/** Which conversation goes on. */
export interface ConversationOptions {
  readonly continue?: boolean | undefined;
  readonly cid?: string | undefined;
}

/** Adds the options that go on with a conversation. */
export function withConversationOptions(command: Command): Command {
  return command
    .option('-c, --continue', 'go on with the newest conversation that is kept')
    .option(
      '--cid <name>',
      'go on with this conversation, and keep it; a new name begins one',
      conversationName('--cid'),
    );
}

/** @throws {ChatError} `configuration` where both are given. */
export function checkConversation(options: ConversationOptions): void {
  if (!options.continue || options.cid === undefined) return;
  throw new ChatError({
    kind: 'configuration',
    message: '--continue goes on with the newest conversation, and --cid names one.',
    fix: 'Give one of them.',
  });
}
