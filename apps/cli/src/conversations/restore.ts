import type { ChatClient, Conversation } from '@farebox/chat';
import { ChatError, isChatError } from '@farebox/core';
import type { ChosenConversation } from './choose-conversation.js';
import type { ConversationFiles } from './conversation-files.js';

/**
 * The conversation that a file has, or a new one where nothing is kept under the name yet.
 *
 * @param system in place of the one that was kept.
 * @throws {ChatError} `store` that names the file, where it is not understood.
 */
export function restore(
  client: ChatClient,
  { kept, saved }: Pick<ChosenConversation, 'kept' | 'saved'>,
  system: string | undefined,
  files: ConversationFiles,
): Conversation {
  try {
    return client.conversation({ system, from: saved });
  } catch (cause) {
    if (!isChatError(cause)) throw cause;
    throw new ChatError({
      kind: 'store',
      message: `${files.fileOf(kept)} is not understood: ${cause.message}`,
      fix: 'If a newer farebox wrote it, update this one; else mend it, or remove it.',
      cause,
    });
  }
}
