import { useState } from 'react';
import type { ViewProps } from '../view-props.js';
import { objectLines } from './object-lines.js';
import './response-object-view.css';
import { responseNotes } from './response-notes.js';

/** A completion whose fields explain themselves. The fence has its JSON. */
export function ResponseObjectView({ text }: ViewProps) {
  const [chosen, setChosen] = useState('choices[0].finish_reason');
  const lines = objectLines(JSON.parse(text));
  return (
    <section className="panel response-object" aria-label="A completion, field by field">
      <div className="response-object-lines">
        {lines.map(({ depth, key, text: value, path }, index) => {
          const content = (
            <>
              <span className="response-object-key">{key}</span>
              {value}
            </>
          );
          const style = { paddingLeft: `${depth * 1.1 + 0.75}rem` };
          return path !== undefined && Object.hasOwn(responseNotes, path) ? (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines stay where they are
              key={index}
              type="button"
              style={style}
              aria-pressed={path === chosen}
              onClick={() => setChosen(path)}
            >
              {content}
            </button>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines stay where they are
            <div key={index} style={style}>
              {content}
            </div>
          );
        })}
      </div>
      <div className="response-object-note" aria-live="polite">
        <code>{chosen}</code>
        <p>{responseNotes[chosen]}</p>
      </div>
    </section>
  );
}
