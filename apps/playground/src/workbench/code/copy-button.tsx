import { useEffect, useState } from 'react';

/** Puts a text onto the clipboard, and says so. */
export function CopyButton({ text }: { readonly text: string }) {
  const [told, setTold] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was copied is another text now
  useEffect(() => setTold(''), [text]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setTold('Copied'),
      () => setTold('The browser allows no copying here: select the code.'),
    );
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        Copy
      </button>
      <span className="copy-told" role="status">
        {told}
      </span>
    </>
  );
}
