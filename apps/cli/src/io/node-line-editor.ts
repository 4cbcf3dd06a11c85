import { PassThrough } from 'node:stream';
import type { LineEditor, LineEditorOptions, LineRead } from './line-editor.js';
import { fromEditedLine, toEditedLine } from './line-marks.js';
import { PasteFilter } from './paste-filter.js';

/** A terminal that sends every key as it is pressed, such as `process.stdin`. */
export interface KeyboardInput {
  setRawMode(raw: boolean): unknown;
  on(event: 'data', listener: (bytes: Uint8Array) => void): unknown;
  on(event: 'end', listener: () => void): unknown;
  off(event: 'data', listener: (bytes: Uint8Array) => void): unknown;
  off(event: 'end', listener: () => void): unknown;
  resume(): unknown;
  pause(): unknown;
}

export interface NodeLineEditorOptions extends LineEditorOptions {
  readonly input: KeyboardInput;
  /** Where the prompt and what is typed are shown. */
  readonly output: NodeJS.WritableStream;
  /** Whether the terminal takes control sequences; then pasted texts come in marks. */
  readonly knowsSequences: boolean;
  /** Has the process stop, as Ctrl-Z asks for; resolves when it goes on. */
  readonly suspend: () => Promise<void>;
  /** Has the process end: Ctrl-C was pressed again and again during an answer that does not stop. */
  readonly insist: () => void;
}

const ctrlC = '\u0003';
const esc = '\u001b';
/** Stopping takes a moment: the money is settled first. */
const patientTimes = 3;
const longestHistory = 1_000;
const pasteMarksOn = '\u001b[?2004h';
const pasteMarksOff = '\u001b[?2004l';

/**
 * Lines from a terminal, edited by Node's readline: history, arrow keys, completion.
 *
 * The terminal is in raw mode all the while, so that Ctrl-C during an answer is heard as a key, and what is typed then is
 * not shown in the middle of it.
 */
export function nodeLineEditor(options: NodeLineEditorOptions): LineEditor {
  const { input, output, complete, history, signal, knowsSequences } = options;
  const keys = new PassThrough();
  // Loaded here: the command is one file, and an import would be loaded with every question.
  const { createInterface } = process.getBuiltinModule('node:readline');
  const editor = createInterface({
    input: keys,
    output,
    terminal: true,
    tabSize: 2,
    historySize: longestHistory,
    removeHistoryDuplicates: true,
    history: history.map(toEditedLine).toReversed().slice(0, longestHistory),
    completer: (line: string) => [[...complete(line)], line],
  });
  const decoder = new TextDecoder();
  const filter = new PasteFilter();
  const lines: string[] = [];
  let typedMeanwhile = '';
  let interrupt: (() => void) | undefined;
  let take: ((read: LineRead) => void) | undefined;
  let isOver = false;
  let isClosed = false;

  const settle = (read: LineRead) => {
    const waiting = take;
    take = undefined;
    waiting?.(read);
  };
  const over = () => {
    isOver = true;
    settle({ kind: 'end' });
  };
  const press = (text: string) => {
    for (const key of keysIn(text)) keys.write(key);
  };
  const hear = (bytes: Uint8Array) => {
    const text = decoder.decode(bytes, { stream: true });
    if (take !== undefined) press(filter.push(text));
    else if (interrupt !== undefined && text.includes(ctrlC)) {
      // Whoever stops the answer does not want what was typed before.
      typedMeanwhile = '';
      interrupt();
    } else typedMeanwhile += text;
  };
  editor.on('line', (line) => {
    if (take === undefined) lines.push(line);
    else settle({ kind: 'line', text: fromEditedLine(line) });
  });
  editor.on('SIGINT', () => {
    const wasEmpty = editor.line === '';
    // The line that was begun stays on the screen, and the next one begins empty.
    editor.write(null, { ctrl: true, name: 'e' });
    editor.write(null, { ctrl: true, name: 'u' });
    output.write('^C\n');
    settle({ kind: 'interrupted', wasEmpty });
  });
  editor.on('SIGTSTP', () => {
    input.setRawMode(false);
    void options.suspend().then(() => {
      input.setRawMode(true);
      editor.prompt(true);
    });
  });
  editor.on('close', over);
  signal.addEventListener('abort', over, { once: true });
  input.on('data', hear);
  input.on('end', over);
  input.setRawMode(true);
  input.resume();
  if (knowsSequences) output.write(pasteMarksOn);

  return {
    async read(prompt, draft = '') {
      const early = lines.shift();
      if (early !== undefined) return { kind: 'line', text: fromEditedLine(early) };
      if (isOver) return { kind: 'end' };
      editor.setPrompt(prompt);
      const read = new Promise<LineRead>((resolve) => {
        take = resolve;
      });
      // With the cursor where it is: what came behind a line is the beginning of the next one.
      editor.prompt(true);
      if (draft !== '') editor.write(toEditedLine(draft));
      const [line, rest] = firstLineOf(typedMeanwhile);
      typedMeanwhile = rest;
      if (line !== '') press(filter.push(line));
      return read;
    },
    async during(run) {
      const stopped = new AbortController();
      let times = 0;
      interrupt = () => {
        stopped.abort();
        times++;
        if (times > patientTimes) options.insist();
      };
      try {
        return await run(stopped.signal);
      } finally {
        interrupt = undefined;
      }
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      if (knowsSequences) output.write(pasteMarksOff);
      input.off('data', hear);
      input.off('end', over);
      input.setRawMode(false);
      input.pause();
      editor.close();
    },
  };
}

/** Longer texts are drawn too often, one row after the other. */
const longestByKeys = 20_000;

/**
 * A text as keys that are pressed one by one: of what comes in one piece Node's editor does not count the rows, and then
 * draws below where it should. A tab among them is no key of its own, as it is not in a piece. Sequences stay whole.
 */
function keysIn(text: string): readonly string[] {
  if (text.length > longestByKeys) return [text];
  const start = text.indexOf(esc);
  const before = start === -1 ? text : text.slice(0, start);
  const keys = [...before.replace(/\t(?!$)/g, toEditedLine('\t'))];
  return start === -1 ? keys : [...keys, text.slice(start)];
}

/** What was typed up to its first Enter, and what comes after: it is shown with the next prompt. A paste stays whole. */
function firstLineOf(typed: string): readonly [line: string, rest: string] {
  const end = typed.search(/[\r\n]/);
  if (end === -1 || typed.slice(0, end).includes(esc)) return [typed, ''];
  return [typed.slice(0, end + 1), typed.slice(end + 1)];
}
