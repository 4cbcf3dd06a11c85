import { useState } from 'react';

/** What readers have made of a text, by the text itself: it is there when they come back, until the document is closed. */
const changed = new Map<string, string>();

/** A text that begins as `source`, or as it was left. */
export function useKeptText(source: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => changed.get(source) ?? source);
  const keep = (next: string) => {
    changed.set(source, next);
    setText(next);
  };
  return [text, keep];
}
