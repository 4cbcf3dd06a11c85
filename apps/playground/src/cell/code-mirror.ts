import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { editorColours, editorTheme } from './editor-theme.js';

export interface EditorOptions {
  readonly text: string;
  readonly label: string;
  readonly onText: (text: string) => void;
  /** Ctrl-Enter, or Cmd-Enter; `text` is what stands there at that moment. */
  readonly onRun: (text: string) => void;
}

/** An editor that is there. */
export interface Editor {
  setText(text: string): void;
  close(): void;
}

/**
 * Typing over a selection, done by the editor. Left to itself, Chromium writes style attributes to keep
 * the colour of what was there; the policy forbids them, and the console says so.
 */
const typeOverSelection = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { inputType, data } = event;
    if (inputType !== 'insertText' || data === null || view.state.selection.main.empty)
      return false;
    view.dispatch(view.state.replaceSelection(data), { userEvent: 'input.type' });
    return true;
  },
});

/**
 * An editor for TypeScript, in a shadow root: there its styles are adopted sheets, which the page's
 * policy allows, and not style elements, which it does not. Tab leaves the editor, as it should.
 */
export function openEditor(host: HTMLElement, options: EditorOptions): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const { text, label, onText, onRun } = options;
  const run = ({ state }: EditorView) => {
    onRun(state.doc.toString());
    return true;
  };
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        keymap.of([{ key: 'Mod-Enter', run }]),
        typeOverSelection,
        lineNumbers(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        javascript({ typescript: true }),
        syntaxHighlighting(editorColours),
        editorTheme,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label }),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) onText(state.doc.toString());
        }),
      ],
    }),
  });
  return {
    setText: (insert) => {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert } });
    },
    close: () => view.destroy(),
  };
}
