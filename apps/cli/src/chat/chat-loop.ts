import { ChatError } from '@farebox/core';
import type { LineEditor } from '../io/line-editor.js';
import { readPrompt } from '../prompt/read-prompt.js';
import type { ChatSession } from './chat-session.js';
import { MessageReader } from './message-reader.js';
import { type NextStep, runCommand } from './run-command.js';
import { parseSaid } from './slash-commands.js';

/** Reads messages and does what they say, until the end. */
export class ChatLoop {
  readonly #session: ChatSession;
  readonly #editor: LineEditor;
  readonly #message = new MessageReader();
  /** Files and attachments go with the first question. */
  #hasAsked = false;
  /** What the next line begins with, and the turn whose place it takes. */
  #draft = '';
  #editedTurn: number | undefined;
  /** The turn whose place the last question was to take. */
  #askedInPlaceOf: number | undefined;
  #wasInterrupted = false;

  constructor(session: ChatSession, editor: LineEditor) {
    this.#session = session;
    this.#editor = editor;
  }

  /** @throws what ended the process. */
  async run(): Promise<void> {
    const { io } = this.#session.facts;
    while (!io.stdout.broken.aborted) {
      const prompt = this.#message.isOpen ? '... ' : await this.#session.prompt();
      const draft = this.#draft;
      this.#draft = '';
      const read = await this.#editor.read(prompt, draft);
      if (read.kind === 'end') {
        // The shell's prompt does not belong behind this one.
        if (io.stdin.kind === 'terminal') await io.stderr.write('\n');
        if (this.#message.isOpen) await this.said(this.#message.end());
        return;
      }
      if (read.kind === 'interrupted') {
        if (await this.#interrupted(read.wasEmpty)) return;
        continue;
      }
      this.#wasInterrupted = false;
      const message = this.#message.push(read.text);
      if (message !== undefined && (await this.said(message))) return;
    }
  }

  /** @returns whether that was the last word. */
  async said(message: string): Promise<boolean> {
    const editedTurn = this.#editedTurn;
    this.#editedTurn = undefined;
    if (message.trim() === '') return false;
    try {
      const said = parseSaid(message);
      if (said.kind === 'unknown') throw noCommand(said.nearest);
      if (said.kind === 'question') await this.#ask(said.text, editedTurn);
      else return await this.#does(await runCommand(said.name, said.rest, this.#session));
    } catch (error) {
      const { interrupted, stdout } = this.#session.facts.io;
      if (interrupted.aborted || stdout.broken.aborted) throw error;
      await this.#session.tell(error);
    }
    return false;
  }

  /** Ctrl-C leaves the message that was begun; at an empty prompt, twice, the chat. */
  async #interrupted(wasEmpty: boolean): Promise<boolean> {
    const isIdle = wasEmpty && !this.#message.isOpen && this.#editedTurn === undefined;
    this.#message.end();
    this.#editedTurn = undefined;
    if (isIdle && this.#wasInterrupted) return true;
    this.#wasInterrupted = isIdle;
    if (isIdle) await this.#session.say('(Ctrl-C once more, or Ctrl-D, ends the chat)');
    return false;
  }

  async #does(next: NextStep): Promise<boolean> {
    const { conversation } = this.#session;
    if (next.do === 'end') return true;
    if (next.do === 'retry') {
      await this.#editor.during((stopped) =>
        this.#session.answer((current, call) => current.retry(call), '', stopped),
      );
    } else if (next.do === 'edit') {
      const { unanswered, turns } = conversation;
      const { content } = (next.turn === undefined ? unanswered : turns[next.turn]?.question) ?? {};
      const turn = next.turn ?? this.#askedInPlaceOf;
      if (next.text !== undefined) await this.#ask(next.text, turn);
      else if (this.#session.facts.io.stdin.kind !== 'terminal') throw noText();
      else {
        this.#editedTurn = turn;
        this.#draft = typeof content === 'string' ? content : '';
      }
    }
    return false;
  }

  async #ask(text: string, editedTurn: number | undefined): Promise<void> {
    const { options, io } = this.#session.facts;
    const { file: _file, attach: _attach, detail: _detail, ...later } = options;
    // Standard input has the messages; what is to be read of it is in `text`.
    const others = { ...io, stdin: { ...io.stdin, kind: 'none' as const } };
    const around = this.#hasAsked ? later : options;
    const prompt = await readPrompt([text], around, others);
    this.#hasAsked = true;
    this.#askedInPlaceOf = editedTurn;
    await this.#editor.during((stopped) =>
      this.#session.answer(
        (conversation, call) =>
          editedTurn === undefined
            ? conversation.stream(prompt, call)
            : conversation.edit(editedTurn, prompt, call),
        text,
        stopped,
      ),
    );
  }
}

function noCommand(nearest: readonly string[]): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: 'There is no command of that name.',
    fix: `${nearest.length === 0 ? '' : `The nearest is ${nearest[0]}; `}/help lists them all, and // begins a question with a slash.`,
  });
}

function noText(): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: '/edit has no text.',
    fix: 'Write what is to be asked instead, as in /edit 2 What is a set?',
  });
}
