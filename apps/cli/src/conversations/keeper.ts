import type { ChatClient, Conversation } from '@farebox/chat';
import type { Io } from '../io/io.js';
import type { ConversationOptions } from './conversation-options.js';

/** Whatever a question can be asked of, and what is to be done once its answer is there. */
export interface Keeper {
  readonly asked: Pick<ChatClient, 'stream'> | Pick<Conversation, 'stream'>;
  /** @throws {ChatError} `store` where the conversation cannot be written. */
  readonly keep: () => void;
}

/**
 * The conversation that `-c` or `--cid` goes on with, or the client itself; what is needed for one is loaded for one only.
 *
 * @throws {ChatError} as of `openConversation`.
 */
export async function keeperOf(
  client: ChatClient,
  options: ConversationOptions & { readonly system?: string; readonly role?: string },
  system: string | undefined,
  io: Io,
): Promise<Keeper> {
  if (!options.continue && options.cid === undefined) return { asked: client, keep: () => {} };
  const { openConversation } = await import('./open-conversation.js');
  const { ConversationFiles } = await import('./conversation-files.js');
  const isGiven = options.system !== undefined || options.role !== undefined;
  const given = { ...options, system: isGiven ? system : undefined };
  const { conversation, kept } = openConversation(client, given, io);
  const files = new ConversationFiles(io.stateFolder());
  return {
    asked: conversation,
    keep: () => {
      if (kept !== undefined) files.write(kept, conversation.toJSON());
    },
  };
}
