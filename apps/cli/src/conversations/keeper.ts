import type { ChatClient, ChatClientOptions, Conversation } from '@farebox/chat';
import { chosenProvider } from '../endpoint/chosen-provider.js';
import type { Endpoint } from '../endpoint/resolve-endpoint.js';
import type { Io } from '../io/io.js';
import type { AskOptions } from '../options/ask-options.js';
import { asBefore, askedWith } from './as-before.js';
import { type ChosenConversation, chooseConversation } from './choose-conversation.js';
import { ConversationFiles } from './conversation-files.js';
import { restore } from './restore.js';

/** What a question goes on with, and the options that hold then. */
export interface GoingOn<Options> {
  readonly options: Options;
  readonly chosen: ChosenConversation | undefined;
}

/**
 * The conversation that `-c` or `--cid` goes on with, and the options with what it was asked with.
 *
 * @throws {ChatError} as of `chooseConversation`.
 */
export function goingOn<Options extends AskOptions>(given: Options, io: Io): GoingOn<Options> {
  if (!given.continue && given.cid === undefined) return { options: given, chosen: undefined };
  const chosen = chooseConversation(given, io);
  const options = asBefore(given, chosen?.askedWith, chosenProvider(undefined, io));
  return { options, chosen };
}

/** Whatever a question can be asked of, and what is to be done once its answer is there. */
export interface Keeper {
  readonly asked: Pick<ChatClient, 'stream'> | Pick<Conversation, 'stream'>;
  /** What is sent before the question, as text. */
  readonly before: string;
  /** @throws {ChatError} `store` where the conversation cannot be written. */
  readonly keep: () => void;
}

export interface KeeperFacts {
  readonly chosen: ChosenConversation | undefined;
  readonly options: AskOptions;
  readonly settings: Pick<ChatClientOptions, 'model' | 'temperature' | 'system'>;
  readonly endpoint: Endpoint;
}

/** The conversation that goes on, or the client itself. */
export function keeperOf(client: ChatClient, facts: KeeperFacts, io: Io): Keeper {
  const { chosen, options, settings, endpoint } = facts;
  if (chosen === undefined) return { asked: client, before: '', keep: () => {} };
  const files = new ConversationFiles(io.stateFolder());
  const conversation = restore(client, chosen, ownSystem(options, settings.system), files);
  return {
    asked: conversation,
    before: JSON.stringify(conversation.messages),
    keep: () => {
      const json = conversation.toJSON();
      files.write(chosen.kept, { ...json, askedWith: askedWith(settings, options, endpoint) });
    },
  };
}

/** The system message of the command line; undefined where it has none, and what was kept holds. */
export function ownSystem(
  { system, role }: Pick<AskOptions, 'system' | 'role'>,
  chosen: string | undefined,
): string | undefined {
  return system === undefined && role === undefined ? undefined : chosen;
}
