import { formatUsd } from '@farebox/core';
import { askedElsewhere } from '../conversations/as-before.js';
import { readConversation } from '../conversations/choose-conversation.js';
import { conversationName } from '../conversations/conversation-name.js';
import { budgetLines } from '../report/budget-report.js';
import { shownUsd } from '../report/shown-usd.js';
import { stateOf } from '../state/remaining.js';
import { oneLine } from '../terminal/one-line.js';
import type { ChatSession } from './chat-session.js';
import { helpLines, type SlashName, slashCommands } from './slash-commands.js';
import { turnCount } from './turn-count.js';

/** What a command asks the chat to do next. */
export type NextStep =
  | { readonly do: 'read' }
  | { readonly do: 'end' }
  | { readonly do: 'retry' }
  /**
   * With a text it is asked in place of the turn's question; without, the question is put into the line to be changed. No
   * turn is the question that has no answer.
   */
  | {
      readonly do: 'edit';
      readonly turn: number | undefined;
      readonly text: string | undefined;
    };

const read: NextStep = { do: 'read' };

/** Does what a command says; what is wrong with it is told. */
export async function runCommand(
  name: SlashName,
  rest: string,
  session: ChatSession,
): Promise<NextStep> {
  const { conversation } = session;
  if (rest !== '' && slashCommands[name].argument === '') {
    await session.say(`farebox: /${name} takes nothing after it`);
    return read;
  }
  switch (name) {
    case 'help':
      for (const line of helpLines()) await session.say(line);
      return read;
    case 'model':
      if (rest !== '') session.model = rest;
      await session.say(`model ${oneLine(session.model)}`);
      return read;
    case 'system':
      if (rest !== '') conversation.system = rest === '-' ? undefined : rest;
      await session.say(
        conversation.system === undefined
          ? 'no system message'
          : `system message: ${oneLine(conversation.system)}`,
      );
      return read;
    case 'temp':
      return temperature(rest, session);
    case 'retry':
      return { do: 'retry' };
    case 'edit':
      return edit(rest, session);
    case 'save':
      return save(rest, session);
    case 'load':
      return load(rest, session);
    case 'cost':
      for (const line of costLines(session)) await session.say(line);
      return read;
    case 'budget':
      return budgets(session);
    case 'exit':
      return { do: 'end' };
  }
}

async function temperature(rest: string, session: ChatSession): Promise<NextStep> {
  const value = Number(rest);
  if (rest === '-') session.temperature = undefined;
  else if (rest !== '') {
    if (!(value >= 0 && value <= 2)) {
      await session.say('farebox: /temp takes a number from 0 to 2, or - for the model’s own');
      return read;
    }
    session.temperature = value;
  }
  await session.say(`temperature ${session.temperature ?? 'of the model'}`);
  return read;
}

async function edit(rest: string, session: ChatSession): Promise<NextStep> {
  const { turns, unanswered } = session.conversation;
  // A number that goes on as a word, as in "3D printing", begins the text.
  const [, given, text] = /^(?:(\d{1,6})(?=\s|$))?\s*([\s\S]*)$/.exec(rest) ?? [];
  if (given === undefined && unanswered !== undefined) {
    return { do: 'edit', turn: undefined, text: text || undefined };
  }
  // People count from 1.
  const turn = given === undefined ? turns.length : Number(given);
  if (turn < 1 || turn > turns.length) {
    await session.say(
      turns.length === 0
        ? 'farebox: nothing was asked yet'
        : `farebox: there are turns 1 to ${turns.length}, as in /edit ${turns.length}`,
    );
    return read;
  }
  return { do: 'edit', turn: turn - 1, text: text || undefined };
}

async function save(rest: string, session: ChatSession): Promise<NextStep> {
  const { files, kept } = session;
  const name = rest === '' ? kept?.name : conversationName('/save')(rest);
  if (name === undefined) {
    await session.say('farebox: /save needs a name, as in /save refactor');
    return read;
  }
  if (name !== kept?.name) {
    const there = files.find(name);
    if (there.version > 0) {
      await session.say(
        `farebox: there is a conversation ${name} already: /load ${name} goes on with it, /save ${name}-2 keeps this one beside it`,
      );
      return read;
    }
    session.kept = there;
  }
  session.keep();
  await session.say(`kept as ${name}; farebox chat --cid ${name} goes on with it`);
  return read;
}

async function load(rest: string, session: ChatSession): Promise<NextStep> {
  const { files } = session;
  const kept = rest === '' ? undefined : files.find(conversationName('/load')(rest));
  if (kept === undefined || kept.version === 0) {
    const names = files.names();
    const there = names.length === 0 ? 'none is kept yet' : `there are ${names.join(', ')}`;
    await session.say(`farebox: /load needs the name of a conversation that is kept: ${there}`);
    return read;
  }
  const chosen = readConversation(kept, files);
  const { askedWith: before } = chosen;
  const other = askedElsewhere(before, session.askedWith);
  if (other !== undefined) {
    // What was said to one provider is not sent to another by a slip.
    await session.say(
      `farebox: ${kept.name} was asked of ${oneLine(other)}, and this chat is with another; farebox chat --cid ${kept.name} goes on there`,
    );
    return read;
  }
  session.load(chosen);
  if (before !== undefined) {
    session.model = before.model;
    session.temperature = before.temperature;
  }
  await session.say(`${kept.name}: ${turnCount(session.conversation.turns.length)} so far`);
  return read;
}

function costLines({ conversation }: ChatSession): string[] {
  const { cost, turns } = conversation;
  const spent = turns.map(({ cost: ofTurn, usage }, index) => {
    const amount = ofTurn === undefined ? 'unknown' : shownUsd(ofTurn);
    return `  ${index + 1}: ${amount} · ${usage.inputTokens} in / ${usage.outputTokens} out`;
  });
  const total = cost === undefined ? 'unknown' : cost === 0n ? `$${formatUsd(0n)}` : shownUsd(cost);
  return [
    ...spent,
    `this conversation: ${total} in ${turnCount(turns.length)}, with what failed and was replaced`,
  ];
}

async function budgets(session: ChatSession): Promise<NextStep> {
  await session.renewBudgets();
  const { budgets: set, ledger } = session.books;
  const { options, io } = session.facts;
  const { maxCost } = options;
  if (maxCost !== undefined) await session.say(`--max-cost ${maxCost} holds for each question`);
  const shown = await Promise.all(
    set.map(async (charged) => ({
      budget: charged.budget,
      state: await stateOf(charged, ledger),
    })),
  );
  for (const line of budgetLines(shown, io.clock.now(), io.stderr.columns)) await session.say(line);
  return read;
}
