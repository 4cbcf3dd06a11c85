import { knowsSequences } from '../terminal/appearance.js';
import type { LineEditor, LineEditorOptions } from './line-editor.js';
import { nodeLineEditor } from './node-line-editor.js';

/** The terminal of this process: the prompt goes to standard error, so that a file gets nothing but answers. */
export function openLineEditor(options: LineEditorOptions): LineEditor {
  const output = process.stderr.isTTY ? process.stderr : process.stdout;
  const editor = nodeLineEditor({
    ...options,
    input: process.stdin,
    output,
    knowsSequences: output.isTTY && knowsSequences(process.env),
    // As if it had come from outside: the second time ends the process on the spot.
    insist: () => process.kill(process.pid, 'SIGINT'),
    suspend: () =>
      new Promise((resolve) => {
        process.once('SIGCONT', () => resolve());
        process.kill(process.pid, 'SIGTSTP');
      }),
  });
  // Whatever ends the process: the shell gets its terminal back as it was.
  process.once('exit', () => editor.close());
  return editor;
}
