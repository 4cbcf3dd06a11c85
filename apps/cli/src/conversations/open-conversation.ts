import type { ChatClient, Conversation } from '@farebox/chat';
import { ConfigFile } from '../config/config-file.js';
import type { Io } from '../io/io.js';
import type { ChosenConversation } from './choose-conversation.js';
import { ConversationFiles, type KeptConversation } from './conversation-files.js';
import { restore } from './restore.js';

/** A conversation, and the file that it is kept in, if it is. */
export interface OpenConversation {
  readonly conversation: Conversation;
  readonly kept: KeptConversation | undefined;
}

/**
 * The conversation that was chosen, or a new one. A new one is kept under a name of its own where the setting
 * `save-conversations` is on; otherwise it is not.
 *
 * @param system a system message of the command line, in place of the one that was kept.
 * @throws {ChatError} `store` for a conversation that is not understood.
 */
export function openConversation(
  client: ChatClient,
  system: string | undefined,
  chosen: ChosenConversation | undefined,
  io: Io,
): OpenConversation {
  const files = new ConversationFiles(io.stateFolder());
  if (chosen !== undefined) {
    return { conversation: restore(client, chosen, system, files), kept: chosen.kept };
  }
  const isKept = new ConfigFile(io.configFolder()).read()['save-conversations'] === 'on';
  const kept = isKept ? { name: ownName(files, io.clock.now()), version: 0 } : undefined;
  return { conversation: client.conversation({ system }), kept };
}

/** By the minute it began in: `2026-11-29-0012`. */
function ownName(files: ConversationFiles, nowMs: number): string {
  const minute = new Date(nowMs).toISOString().slice(0, 16).replace('T', '-').replace(':', '');
  const taken = new Set(files.names());
  let name = minute;
  for (let count = 2; taken.has(name); count++) name = `${minute}-${count}`;
  return name;
}
