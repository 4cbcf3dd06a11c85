import type { ProviderName } from '@farebox/client';
import { useId, useState } from 'react';
import { CopyButton } from './copy-button.js';
import './code-panel.css';
import type { Draft } from '../drafts.js';
import { codeForms, formCode } from './code-forms.js';

interface CodePanelProps {
  /** Undefined while the form cannot be run. */
  readonly draft: Draft | undefined;
  /** Undefined for the simulator, which answers as OpenAI. */
  readonly provider: ProviderName | undefined;
}

/** What is on the form, for a program, the command, and curl. */
export function CodePanel({ draft, provider }: CodePanelProps) {
  const id = useId();
  const [form, setForm] = useState<(typeof codeForms)[number]>('TypeScript');
  const { code, note } = formCode(form, draft, provider);
  return (
    <section className="panel code-panel" aria-labelledby={`${id}-heading`}>
      <header>
        <h2 id={`${id}-heading`}>The same in code</h2>
        <fieldset className="choice">
          <legend className="visually-hidden">In which form</legend>
          {codeForms.map((name) => (
            <label key={name}>
              <input
                type="radio"
                name={id}
                checked={name === form}
                onChange={() => setForm(name)}
              />
              {name}
            </label>
          ))}
        </fieldset>
        {code !== undefined && <CopyButton text={code} />}
      </header>
      {note !== undefined && <p className="hint code-note">{note}</p>}
      {code !== undefined && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className="code-text" aria-label={`${form} code`} tabIndex={0}>
          <pre>{code}</pre>
        </section>
      )}
    </section>
  );
}
