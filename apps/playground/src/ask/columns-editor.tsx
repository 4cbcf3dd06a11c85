import type { Dispatch } from 'react';
import type { Offer } from '../connection/offer.js';
import { columnName } from '../workbench/setup/column-name.js';
import type { SetupAction } from '../workbench/setup/next-setup.js';
import { type Column, type Setup, setupLimits } from '../workbench/setup/setup.js';
import './columns-editor.css';
import { namesWith } from './model-field.js';
import { useFocusAfterRemoval } from './use-focus-after-removal.js';

interface ColumnsEditorProps {
  readonly setup: Setup;
  /** Undefined until it is known. */
  readonly offer: Offer | undefined;
  readonly onAction: Dispatch<SetupAction>;
}

/** Runs side by side: one form, and what each has of its own. */
export function ColumnsEditor({ setup, offer, onAction }: ColumnsEditorProps) {
  const { columns } = setup;
  const isAlone = columns.length === 1;
  const add = useFocusAfterRemoval(columns.length);
  return (
    <fieldset className="columns-editor">
      <legend>Side by side</legend>
      {!isAlone && (
        <ol>
          {columns.map((column, index) => (
            <ColumnRow
              key={column.key}
              column={column}
              name={columnName(index)}
              setup={setup}
              offer={offer}
              onAction={onAction}
            />
          ))}
        </ol>
      )}
      <button
        type="button"
        ref={add}
        className="add"
        disabled={columns.length >= setupLimits.columns}
        onClick={() => onAction({ type: 'add-column' })}
      >
        {isAlone ? 'Compare with another run' : 'Add a run'}
      </button>
    </fieldset>
  );
}

interface ColumnRowProps extends ColumnsEditorProps {
  readonly column: Column;
  readonly name: string;
}

function ColumnRow({ column, name, setup, offer, onAction }: ColumnRowProps) {
  const { key, model, temperature, system } = column;
  const change = (
    part: {
      readonly [Name in keyof Column]?: Column[Name] | undefined;
    },
  ) => {
    const merged = Object.entries({ ...column, ...part }).filter(
      ([, value]) => value !== undefined,
    );
    onAction({ type: 'change-column', column: Object.fromEntries(merged) as unknown as Column });
  };
  const names = offer?.names ?? [setup.model];
  const asAbove = `${setup.model}, as above`;
  const modelField = {
    'aria-label': `Model of run ${name}`,
    'data-own': model !== undefined,
    value: model ?? '',
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      change({ model: target.value || undefined }),
  };
  return (
    <li className="column-row">
      <b aria-hidden="true">{name}</b>
      {names.length === 0 ? (
        <input {...modelField} placeholder={asAbove} spellCheck={false} />
      ) : (
        <select {...modelField}>
          <option value="">{asAbove}</option>
          {namesWith(model ?? setup.model, names).map((id) => (
            <option key={id}>{id}</option>
          ))}
        </select>
      )}
      <input
        aria-label={`Temperature of run ${name}`}
        data-own={temperature !== undefined}
        type="number"
        min={0}
        max={2}
        step={0.1}
        placeholder={`${setup.temperature}, as above`}
        value={temperature ?? ''}
        onChange={({ target }) => change({ temperature: temperatureOf(target.valueAsNumber) })}
      />
      <input
        aria-label={`System message of run ${name}`}
        data-own={system !== undefined}
        placeholder="System message as above"
        value={system ?? ''}
        onChange={({ target }) => change({ system: target.value || undefined })}
      />
      <button
        type="button"
        className="quiet icon"
        aria-label={`Remove run ${name}`}
        onClick={() => onAction({ type: 'remove-column', key })}
      >
        ✕
      </button>
    </li>
  );
}

function temperatureOf(typed: number): number | undefined {
  return Number.isFinite(typed) ? Math.min(2, Math.max(0, typed)) : undefined;
}
