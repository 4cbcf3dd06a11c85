import { ChatClient } from '@farebox/chat';
import { abortError, ChatError } from '@farebox/core';
import type { ConversationOptions } from '../conversations/conversation-options.js';
import { goingOn, ownSystem } from '../conversations/keeper.js';
import { openConversation } from '../conversations/open-conversation.js';
import { connect } from '../endpoint/connect.js';
import { endpointNotice, findEndpoint } from '../endpoint/find-endpoint.js';
import { exitOfUnread } from '../io/exit-of-unread.js';
import type { Io } from '../io/io.js';
import type { AskOptions } from '../options/ask-options.js';
import { clientOptions } from '../options/client-options.js';
import { explained } from '../report/refusal.js';
import { type Books, openBooks } from '../state/books.js';
import { ChatLoop } from './chat-loop.js';
import { ChatSession } from './chat-session.js';
import { pipedLines } from './piped-lines.js';
import { completions } from './slash-commands.js';
import { turnCount } from './turn-count.js';

export type ChatCommandOptions = AskOptions & ConversationOptions;

/**
 * A chat: each message is asked with those before it, until Ctrl-D. From a pipe, each line is a question.
 *
 * @returns the exit code: 0, or that of the first question that failed when they came from a pipe.
 * @throws {ChatError} what keeps it from beginning, and `aborted` when the process is asked to end.
 */
export async function chat(
  words: readonly string[],
  given: ChatCommandOptions,
  io: Io,
): Promise<number> {
  const { options, chosen } = goingOn(given, io);
  const settings = clientOptions(options, io);
  const endpoint = findEndpoint(options.baseUrl, io, options.provider);
  if (io.stdin.kind === 'none') throw nobodyThere();
  const books = await openBooks(options, endpoint, io);
  let session: ChatSession | undefined;
  try {
    for (const notice of [endpointNotice(endpoint), books.notice]) {
      if (notice !== undefined && !options.quiet) await io.stderr.write(`${notice}\n`);
    }
    const { clock } = io;
    const connection = connect(endpoint, io);
    // The temperature is that of the session, which may have none at last.
    const { model, temperature, ...others } = settings;
    const newClient = ({ ledger, scopes }: Books) =>
      new ChatClient({ ...others, model, ...connection, ledger, budget: scopes, clock });
    const system = ownSystem(options, settings.system);
    session = new ChatSession(
      { newClient, io, options, endpoint, model, temperature },
      books,
      (client) => openConversation(client, system, chosen, io),
    );
    return await converse(session, words);
  } catch (error) {
    const { budgets } = session?.books ?? books;
    throw explained(error, { budgets, endpoint, at: io.clock.now() });
  } finally {
    await (session?.books ?? books).ledger.close();
  }
}

async function converse(session: ChatSession, words: readonly string[]): Promise<number> {
  const { io, options } = session.facts;
  const { turns } = session.conversation;
  const isTerminal = io.stdin.kind === 'terminal';
  const signal = io.interrupted;
  const history = turns.flatMap(({ question: { content } }) =>
    typeof content === 'string' ? [content] : [],
  );
  const editor = isTerminal
    ? await io.openLineEditor({ complete: completions, history, signal })
    : pipedLines(io.stdin, signal);
  try {
    if (isTerminal && !options.quiet) await session.say(greeting(session));
    const loop = new ChatLoop(session, editor);
    if (words.length > 0) await loop.said(words.join(' '));
    await loop.run();
  } catch (error) {
    if (io.stdout.broken.aborted && !signal.aborted) return exitOfUnread(io.stdout.broken);
    throw error;
  } finally {
    editor.close();
  }
  if (signal.aborted) throw abortError(signal);
  return isTerminal ? 0 : session.exitCode;
}

function greeting({ conversation: { turns }, kept }: ChatSession): string {
  const begun = turns.length === 0 ? '' : `, ${turnCount(turns.length)} so far`;
  const where = kept === undefined ? '' : `${kept.name}${begun} · `;
  return `${where}/help lists the commands, Ctrl-D ends the chat`;
}

function nobodyThere(): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: 'A chat needs somebody who writes: standard input is no terminal and no pipe.',
    fix: 'Run it in a terminal, or give it questions, one a line: farebox chat < questions.txt.',
  });
}
