import type { FaultRow } from '@farebox/simulator/fault-table';
import { useEffect, useId, useRef, useState } from 'react';
import './fault-list.css';
import { faultGroups } from './fault-groups.js';

interface FaultListProps {
  readonly table: readonly FaultRow[];
  readonly chosen: FaultRow | undefined;
  readonly onChoose: (row: FaultRow) => void;
}

/** Every fault of the table by level: one group of radio buttons, so the arrow keys go through all of them. */
export function FaultList({ table, chosen, onChoose }: FaultListProps) {
  const [words, setWords] = useState('');
  const groups = faultGroups(table, words);
  const group = useId();
  const list = useRef<HTMLDivElement>(null);
  // What is chosen at the start lies far down the list; the page itself must not move.
  useEffect(() => {
    const checked = list.current?.querySelector<HTMLElement>('label:has(:checked)');
    if (checked) list.current?.scrollTo({ top: checked.offsetTop - list.current.offsetTop - 80 });
  }, []);
  return (
    <div className="fault-list">
      <label className="fault-find">
        <span className="visually-hidden">Find a fault</span>
        <input
          type="search"
          placeholder="Find: stall, 429, timeout…"
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      </label>
      <div className="fault-groups" role="radiogroup" aria-label="Faults" ref={list}>
        {groups.map(({ level, title, rows }) => (
          <fieldset key={level}>
            <legend>{title}</legend>
            {rows.map((row) => (
              <label key={row.number}>
                <input
                  type="radio"
                  name={group}
                  checked={row.number === chosen?.number}
                  onChange={() => onChoose(row)}
                />
                <span className="fault-number">{row.number}</span>
                <span>{row.title}</span>
              </label>
            ))}
          </fieldset>
        ))}
        {groups.length === 0 && <p className="hint">No fault has these words.</p>}
      </div>
    </div>
  );
}
