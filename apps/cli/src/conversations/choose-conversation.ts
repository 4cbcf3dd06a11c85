import { ChatError } from '@farebox/core';
import type { Io } from '../io/io.js';
import { type AskedWith, askedWithIn } from './asked-with.js';
import { ConversationFiles, type KeptConversation } from './conversation-files.js';
import { type ConversationOptions, checkConversation } from './conversation-options.js';

/** A conversation that goes on, or one that begins under a name. */
export interface ChosenConversation {
  readonly kept: KeptConversation;
  /** What is in its file; undefined for one that begins. */
  readonly saved: unknown;
  readonly askedWith: AskedWith | undefined;
}

/**
 * The conversation that `-c` or `--cid` names; undefined without either.
 *
 * @throws {ChatError} `configuration` where there is none to go on with; `store` for a file that cannot be read.
 */
export function chooseConversation(
  options: ConversationOptions,
  io: Io,
): ChosenConversation | undefined {
  checkConversation(options);
  const { cid } = options;
  if (!options.continue && cid === undefined) return undefined;
  const files = new ConversationFiles(io.stateFolder());
  const kept = cid === undefined ? files.newest() : files.find(cid);
  if (kept === undefined) throw noneKept();
  return readConversation(kept, files);
}

/** @throws {ChatError} `store` for a file that cannot be read. */
export function readConversation(
  kept: KeptConversation,
  files: ConversationFiles,
): ChosenConversation {
  const saved = kept.version === 0 ? undefined : files.read(kept);
  return { kept, saved, askedWith: askedWithIn(saved, kept.name) };
}

function noneKept(): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: 'There is no conversation to go on with: none was kept.',
    fix: 'Begin one under a name, farebox chat --cid refactor, or have all of them kept: farebox config set save-conversations on.',
  });
}
