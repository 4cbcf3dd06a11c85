import type { Picodollars } from '@farebox/core';
import type { FormEvent, KeyboardEvent } from 'react';
import { shownUsd } from '../fare-box/shown-usd.js';
import './ask-form.css';
import { CeilingField } from './ceiling-field.js';
import { ModelField } from './model-field.js';
import { PersonaField } from './persona-field.js';
import type { Question } from './question.js';
import { takesTemperature } from './takes-temperature.js';
import { TemperatureField } from './temperature-field.js';

interface AskFormProps {
  readonly question: Question;
  readonly onQuestion: (question: Question) => void;
  readonly underWay: boolean;
  /** What the call will set aside. */
  readonly reserves: Picodollars | undefined;
  readonly onAsk: () => void;
  readonly onStop: () => void;
}

export function AskForm(props: AskFormProps) {
  const { question, onQuestion, underWay, reserves, onAsk, onStop } = props;
  const change = (part: Partial<Question>) => onQuestion({ ...question, ...part });
  const canAsk = question.prompt.trim() !== '' && reserves !== undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canAsk && !underWay) onAsk();
  };
  const submitOnControlEnter = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.currentTarget.requestSubmit();
    }
  };

  return (
    <form className="panel ask-form" onSubmit={submit} onKeyDown={submitOnControlEnter}>
      <h2>Ask</h2>
      <PersonaField question={question} onQuestion={onQuestion} />
      <div className="field">
        <label htmlFor="system">System message</label>
        <textarea
          id="system"
          rows={4}
          value={question.system}
          placeholder="None: the model answers as it likes."
          onChange={({ target }) => change({ system: target.value })}
        />
      </div>
      <div className="field grows">
        <label htmlFor="prompt">Prompt</label>
        <textarea
          id="prompt"
          className="code-text"
          rows={4}
          value={question.prompt}
          onChange={({ target }) => change({ prompt: target.value })}
        />
      </div>
      <ModelField model={question.model} onModel={(model) => change({ model })} />
      <div className="field-pair">
        <TemperatureField
          temperature={takesTemperature(question.model) ? question.temperature : undefined}
          onTemperature={(temperature) => change({ temperature })}
        />
        <CeilingField
          maxOutputTokens={question.maxOutputTokens}
          onMaxOutputTokens={(maxOutputTokens) => change({ maxOutputTokens })}
        />
      </div>
      <div className="ask-actions">
        {/* Two buttons, not one that changes: a click on Stop would end as a submit of what became Ask. */}
        {underWay ? (
          <button key="stop" type="button" className="primary stop" onClick={onStop}>
            Stop
          </button>
        ) : (
          <button key="ask" type="submit" className="primary" disabled={!canAsk}>
            Ask
          </button>
        )}
        <p className="hint">
          {reserves === undefined ? (
            'Set how long the answer may be: without a ceiling, no budget can hold.'
          ) : (
            <>
              Sets aside <b>{shownUsd(reserves)}</b>, the most it can cost
            </>
          )}
        </p>
      </div>
    </form>
  );
}
