import { ChatError, type UserPart } from '@farebox/core';
import type { Io } from '../io/io.js';
import { findRole, type RoleOptions } from '../roles/find-role.js';
import { attachment, type ImageDetail } from './attachment.js';
import { decodeText } from './decode-text.js';
import { fileBlock } from './file-block.js';
import { mediaLimit, textLimit } from './input-limits.js';
import { readInput } from './read-input.js';
import { stdinText } from './stdin-text.js';

/** What goes into a prompt beside its words. */
export interface PromptOptions extends RoleOptions {
  /** Texts: files, addresses, or `-`. */
  readonly file?: readonly string[];
  /** Images, recordings and PDF files: files, addresses, or `-`. */
  readonly attach?: readonly string[];
  readonly detail?: ImageDetail;
}

/**
 * The prompt: the files, then the words, then standard input, each with an empty line between; and what is attached.
 *
 * Files come first, in a fence each, so that another question about the same files has the same beginning, which
 * providers cache. Standard input is read when it is a pipe, a file or a socket; a terminal is never waited for. The
 * word `-` stands for it, and makes it an error if there is none.
 *
 * A role may put its own text around all of it.
 *
 * @throws {ChatError} `configuration` when that leaves nothing to ask, or something cannot be read.
 */
export async function readPrompt(
  words: readonly string[],
  options: PromptOptions,
  io: Io,
): Promise<string | UserPart[]> {
  const { file = [], attach = [], detail } = options;
  const said = words.filter((word) => word !== '-');
  const isNamed = said.length < words.length;
  // Before anything is read: what is wrong with the command line is told at once.
  const role = findRole(options, io);
  checkStdin(file, attach, { isNamed, io });
  if (detail !== undefined && attach.length === 0) throw nothingToLookAt();
  const files: string[] = [];
  for (const source of file) {
    const input = await readInput(source, textLimit, io);
    files.push(fileBlock(input.name, decodeText(input.bytes, input.subject, input.encoding)));
  }
  const parts: UserPart[] = [];
  for (const source of attach) {
    parts.push(attachment(await readInput(source, mediaLimit, io), detail));
  }
  const isAlone = said.length === 0 && file.length === 0 && attach.length === 0;
  const { kind } = io.stdin;
  if (kind === 'terminal' && (isNamed || isAlone)) throw nothingToRead(isNamed);
  const piped =
    isTaken(file, attach) || kind !== 'stream' ? '' : await stdinText(io, { announce: !isAlone });
  const question = [...files, said.join(' '), piped].filter((part) => part !== '').join('\n\n');
  if (question.trim() === '' && parts.length === 0) throw empty();
  const text = role.around(question);
  if (parts.length === 0) return text;
  return text === '' ? parts : [{ type: 'text', text }, ...parts];
}

function isTaken(file: readonly string[], attach: readonly string[]): boolean {
  return file.includes('-') || attach.includes('-');
}

function checkStdin(
  file: readonly string[],
  attach: readonly string[],
  { isNamed, io }: { readonly isNamed: boolean; readonly io: Io },
): void {
  const dashes = [...file, ...attach].filter((source) => source === '-').length;
  if (dashes === 0) return;
  if (dashes > 1 || isNamed) {
    throw new ChatError({
      kind: 'configuration',
      message: 'Standard input is named more than once, and can be read once.',
      fix: 'Write - in one place: after -f, after -a, or among the words.',
    });
  }
  if (io.stdin.kind === 'terminal') throw nothingToRead(true);
}

function nothingToLookAt(): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: '--detail says how closely an image is looked at, and none is attached.',
    fix: 'Attach one with -a, or leave --detail out.',
  });
}

const example =
  'Give one, as in: farebox "Explain a for loop"   or: farebox -r debugger < broken.py';

function nothingToRead(isNamed: boolean): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: isNamed
      ? '- stands for standard input, and that is the terminal.'
      : 'There is no prompt.',
    fix: example,
  });
}

function empty(): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: 'The prompt is empty, and nothing came from standard input.',
    fix: example,
  });
}
