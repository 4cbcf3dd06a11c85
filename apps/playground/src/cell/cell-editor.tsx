import { useEffect, useRef } from 'react';
import type { Editor } from './code-mirror.js';

interface CellEditorProps {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onRun: (text: string) => void;
}

/** The code, readable at once; editable as soon as the editor has been loaded, in the same place. */
export function CellEditor({ label, text, onText, onRun }: CellEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor>(undefined);
  const latest = useRef({ label, text, onText, onRun });
  useEffect(() => {
    latest.current = { label, text, onText, onRun };
  });

  useEffect(() => {
    let left = false;
    const open = ({ openEditor }: typeof import('./code-mirror.js')) => {
      if (left || host.current === null) return;
      editor.current = openEditor(host.current, {
        text: latest.current.text,
        label: latest.current.label,
        onText: (changed) => {
          shown.current = changed;
          latest.current.onText(changed);
        },
        onRun: (now) => latest.current.onRun(now),
      });
    };
    // Without the editor the code can still be read, and run as it is.
    import('./code-mirror.js').then(open, () => {});
    return () => {
      left = true;
      editor.current?.close();
      editor.current = undefined;
    };
  }, []);

  // What the reader types comes back as `text`; only what came from elsewhere is put in.
  const shown = useRef(text);
  useEffect(() => {
    if (shown.current === text) return;
    shown.current = text;
    editor.current?.setText(text);
  }, [text]);

  return (
    <div className="cell-editor" ref={host}>
      <pre>{text}</pre>
    </div>
  );
}
