import { type Provider, type ProviderName, providers } from '@farebox/client';
import { useId } from 'react';

interface KeyFieldProps {
  readonly provider: ProviderName;
  /** What is wrong with what was typed. */
  readonly problem: string | undefined;
  readonly onKey: (text: string) => void;
}

/** Where a key is typed: the browser is asked not to keep it, and nothing else in the page holds its text. */
export function KeyField({ provider, problem, onKey }: KeyFieldProps) {
  const id = useId();
  const { label, keyPage }: Provider = providers[provider];
  return (
    <div className="connection-key">
      <label htmlFor={id}>API key of {label}</label>
      <input
        id={id}
        type="password"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-problem`}
        onChange={({ target }) => onKey(target.value.trim())}
      />
      <small id={`${id}-problem`} role="status">
        {problem ?? `Keys are made at ${keyPage}.`}
      </small>
    </div>
  );
}
