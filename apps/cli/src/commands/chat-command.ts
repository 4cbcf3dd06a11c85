import type { Command } from 'commander';
import type { ChatCommandOptions } from '../chat/chat.js';
import { withSettings } from '../config/with-settings.js';
import { withConversationOptions } from '../conversations/conversation-options.js';
import type { Io } from '../io/io.js';
import { checkQuestion } from '../keys/key-on-command-line.js';
import { withCallOptions } from '../options/call-options.js';
import { withScreenOptions } from '../options/screen-options.js';
import { baseCommand } from './base-command.js';

const more = `
In the chat, /help lists the commands: /model, /system, /temp, /retry, /edit, /save, /load, /cost,
/budget, /exit. The prompt shows the model, what the conversation has cost, and what is left of the
budget. Ctrl-C stops an answer, not the program; Ctrl-D ends it.

More than one line: end a line with \\, or press Alt-Enter, or put """ around it. A text that is
pasted is one message.

From a pipe each line is a question, and the exit code is that of the first one that failed.
A conversation is kept in a file where it is asked for: by --cid, by /save, or for all of them with
farebox config set save-conversations on. --max-cost holds for each question.

Examples:
  farebox chat
  farebox chat --cid refactor "What is the riskiest part of a retry loop?"
  farebox chat -c
  printf 'What is a loop?\\nShow me one\\n' | farebox chat -r tutor`;

/** `farebox chat`: the options of `ask`, and which conversation goes on. What it does is in `chat`. */
export function chatCommand(io: Io, finish: (exitCode: number) => void): Command {
  const command = withConversationOptions(
    withScreenOptions(withCallOptions(baseCommand('farebox chat', io))),
  );
  return withSettings(command, io)
    .usage('[options] [prompt...]')
    .description('Talk with a language model: each message is asked with those before it.')
    .addHelpText('after', more)
    .action(async (words: readonly string[], options: ChatCommandOptions) => {
      await checkQuestion(words, io);
      const { chat } = await import('../chat/chat.js');
      finish(await chat(words, options, io));
    });
}
