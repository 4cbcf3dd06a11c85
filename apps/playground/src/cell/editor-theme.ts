import { defaultHighlightStyle, HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';

/** What CodeMirror's own style paints for white paper, and what this page paints, light and dark. */
const colours: Readonly<Record<string, string>> = {
  '#708': 'var(--code-keyword)',
  '#219': 'var(--code-number)',
  '#164': 'var(--code-number)',
  '#a11': 'var(--code-string)',
  '#e40': 'var(--code-string)',
  '#085': 'var(--code-type)',
  '#167': 'var(--code-type)',
  '#940': 'var(--ink-soft)',
  '#f00': 'var(--signal)',
};

/** The kinds of words that CodeMirror tells apart, in the page's colours. */
export const editorColours = HighlightStyle.define(
  defaultHighlightStyle.specs.map(({ color, ...spec }) => ({
    ...spec,
    ...(color === undefined ? {} : { color: colours[color] ?? 'inherit' }),
  })),
);

/** The editor's furniture. */
export const editorTheme = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'transparent', color: 'var(--ink)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--mono)',
    fontSize: '0.875rem',
    lineHeight: '1.6',
  },
  '.cm-content': { padding: '0.75rem 0', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0 1rem 0 0.5rem' },
  '.cm-gutters': {
    backgroundColor: 'transparent',
    color: 'var(--ink-soft)',
    border: 'none',
    paddingLeft: '0.5rem',
  },
  '.cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { backgroundColor: 'var(--selection)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--selection)',
    outline: 'none',
  },
});
