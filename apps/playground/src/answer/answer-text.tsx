import { lazy, Suspense } from 'react';

/** What shows Markdown: with its parser a tenth of the page, and of no use before the first answer. */
const MarkdownView = lazy(async () => {
  try {
    return { default: (await loadMarkdown()).MarkdownView };
  } catch {
    // Plain text can be read, too.
    return { default: PlainView };
  }
});

/** Loads what shows an answer, so that it is there when the answer is. */
export function loadMarkdown() {
  return import('./markdown-view.js');
}

/** The answer as it arrives; as plain text until what shows Markdown is there. */
export function AnswerText({ text }: { readonly text: string }) {
  if (text === '') return null;
  return (
    <Suspense fallback={<PlainView text={text} />}>
      <MarkdownView text={text} />
    </Suspense>
  );
}

function PlainView({ text }: { readonly text: string }) {
  return <p className="answer-plain">{text}</p>;
}
