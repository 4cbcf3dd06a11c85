import type { ChatClient, Conversation } from '@farebox/chat';
import { ChatError } from '@farebox/core';
import { ConfigFile } from '../config/config-file.js';
import type { Io } from '../io/io.js';
import { ConversationFiles, type KeptConversation } from './conversation-files.js';
import { type ConversationOptions, checkConversation } from './conversation-options.js';

/** A conversation, and the file that it is kept in, if it is. */
export interface OpenConversation {
  readonly conversation: Conversation;
  readonly kept: KeptConversation | undefined;
}

export interface OpenConversationOptions extends ConversationOptions {
  /** A system message of the command line, in place of the one that was kept. */
  readonly system?: string | undefined;
}

/**
 * The conversation that goes on, or a new one. A new one is kept under the name of `--cid`, or under one of its own where the
 * setting `save-conversations` is on; otherwise it is not.
 *
 * @throws {ChatError} `configuration` where there is none to go on with; `store` and `configuration` for a file that cannot be read.
 */
export function openConversation(
  client: ChatClient,
  options: OpenConversationOptions,
  io: Io,
): OpenConversation {
  checkConversation(options);
  const { system, cid } = options;
  const files = new ConversationFiles(io.stateFolder());
  const isNew = !options.continue && cid === undefined;
  if (isNew) {
    const isKept = new ConfigFile(io.configFolder()).read()['save-conversations'] === 'on';
    const kept = isKept ? { name: ownName(files, io.clock.now()), version: 0 } : undefined;
    return { conversation: client.conversation({ system }), kept };
  }
  const kept = cid === undefined ? files.newest() : files.find(cid);
  if (kept === undefined) throw noneKept();
  if (kept.version === 0) return { conversation: client.conversation({ system }), kept };
  return { conversation: client.conversation({ system, from: files.read(kept) }), kept };
}

/** By the minute it began in: `2026-11-29-0012`. */
function ownName(files: ConversationFiles, nowMs: number): string {
  const minute = new Date(nowMs).toISOString().slice(0, 16).replace('T', '-').replace(':', '');
  const taken = new Set(files.names());
  let name = minute;
  for (let count = 2; taken.has(name); count++) name = `${minute}-${count}`;
  return name;
}

function noneKept(): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: 'There is no conversation to go on with: none was kept.',
    fix: 'Begin one under a name, farebox chat --cid refactor, or have all of them kept: farebox config set save-conversations on.',
  });
}
