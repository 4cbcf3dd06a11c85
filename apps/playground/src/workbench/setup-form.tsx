import type { Picodollars } from '@farebox/core';
import type { Dispatch, FormEvent, KeyboardEvent, ReactNode } from 'react';
import { ColumnsEditor } from '../ask/columns-editor.js';
import { MessagesEditor } from '../ask/messages-editor.js';
import { ParameterFields } from '../ask/parameter-fields.js';
import { SchemaField } from '../ask/schema-field.js';
import { ToolsEditor } from '../ask/tools-editor.js';
import '../ask/field.css';
import type { Offer } from '../connection/offer.js';
import type { Announcement } from './announcement.js';
import { PresetField } from './preset-field.js';
import { RunActions } from './run-actions.js';
import type { SetupAction } from './setup/next-setup.js';
import type { Setup } from './setup/setup.js';
import './setup-form.css';
import { ShareButton } from './share/share-button.js';

interface SetupFormProps {
  readonly setup: Setup;
  readonly onAction: Dispatch<SetupAction>;
  /** Undefined until it is known. */
  readonly offer: Offer | undefined;
  /** What was changed on it for whoever answers. */
  readonly notes: readonly string[];
  /** Why it cannot be run. */
  readonly problem: string | undefined;
  readonly isUnderWay: boolean;
  readonly announcement: Announcement | undefined;
  /** What the budget still has room for. */
  readonly left: Picodollars;
  readonly onRun: () => void;
  readonly onStop: () => void;
  /** Who answers, and what is to go wrong. */
  readonly children?: ReactNode;
}

/** Everything that is asked, on one form for all runs. */
export function SetupForm(props: SetupFormProps) {
  const { setup, onAction, offer, notes, problem, isUnderWay, onRun, children } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (problem === undefined && !isUnderWay) onRun();
  };
  const submitOnControlEnter = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
  const { tools, schema } = setup;
  return (
    <form className="panel setup-form" onSubmit={submit} onKeyDown={submitOnControlEnter}>
      <header>
        <h2>Ask</h2>
        <PresetField setup={setup} onAction={onAction} />
        <ShareButton setup={setup} />
      </header>
      <div className="setup-body">
        <div className="setup-main">
          <MessagesEditor setup={setup} onAction={onAction} />
          <ColumnsEditor setup={setup} offer={offer} onAction={onAction} />
          <div className="setup-more">
            <Fold name="Functions" fact={tools.length === 0 ? 'none' : String(tools.length)}>
              <ToolsEditor tools={tools} onAction={onAction} />
            </Fold>
            <Fold name="Typed answer" fact={schema.trim() === '' ? 'text' : 'JSON'}>
              <SchemaField
                schema={schema}
                onSchema={(text) => onAction({ type: 'set', fields: { schema: text } })}
              />
            </Fold>
          </div>
        </div>
        <div className="setup-side">
          {children}
          <div className="form-notes" role="status">
            {notes.map((note) => (
              <p key={note} className="hint">
                {note}
              </p>
            ))}
          </div>
          <ParameterFields setup={setup} offer={offer} onAction={onAction} />
        </div>
        <RunActions {...props} />
      </div>
    </form>
  );
}

interface FoldProps {
  readonly name: string;
  readonly fact: string;
  readonly children: ReactNode;
}

function Fold({ name, fact, children }: FoldProps) {
  return (
    <details className="fold">
      <summary>
        {name} <small>{fact}</small>
      </summary>
      {children}
    </details>
  );
}
