import { useLayoutEffect, useRef } from 'react';
import { markdownToHtml } from './markdown.js';
import './markdown.css';
import { safeFragment } from './safe-fragment.js';

/** Markdown from a stranger, as it arrives. */
export function MarkdownView({ text }: { readonly text: string }) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    element.current?.replaceChildren(safeFragment(markdownToHtml(text)));
  }, [text]);
  return <div className="markdown" ref={element} />;
}
