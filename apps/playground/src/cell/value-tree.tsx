import { useState } from 'react';
import { type ShownValue, writeShown } from './shown-value.js';
import './value-tree.css';

interface ValueTreeProps {
  readonly value: ShownValue;
  readonly before?: string;
  /** How many levels are open to begin with. */
  readonly open?: number;
  readonly after?: string;
}

/**
 * A value to open and close.
 *
 * Its text is what a console would print, also of what is closed: `{…}` and the arrows are the style sheet's.
 */
export function ValueTree({ value, before = '', open = 1, after = '' }: ValueTreeProps) {
  const isGroup = typeof value !== 'string' && value.parts.length > 0;
  const [isOpen, setOpen] = useState(open > 0);
  if (!isGroup) {
    return (
      <span className="value-leaf">
        <ValueKey text={before} />
        <span data-kind={kindOf(value)}>{writeShown(value)}</span>
        {after}
      </span>
    );
  }
  const { name, brackets, parts, more } = value;
  return (
    <details
      className="value-group"
      data-brackets={brackets}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <ValueKey text={before} />
        {name === '' ? '' : `${name} `}
        {brackets[0]}
      </summary>
      <ul>
        {parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a value does not change
          <li key={index}>
            <ValueTree
              {...part}
              open={open - 1}
              after={index < parts.length - 1 || more > 0 ? ',' : ''}
            />
          </li>
        ))}
        {more > 0 && <li>… {more} more</li>}
      </ul>
      {brackets[1]}
      {after}
    </details>
  );
}

function ValueKey({ text }: { readonly text: string }) {
  return text === '' ? null : <span className="value-key">{text}</span>;
}

function kindOf(value: ShownValue): 'string' | 'number' | 'other' {
  if (typeof value !== 'string') return 'other';
  if (value.startsWith('"')) return 'string';
  return /^-?\d/.test(value) ? 'number' : 'other';
}
