import type { Dispatch } from 'react';
import type { SetupAction } from '../workbench/setup/next-setup.js';
import { type SetupTool, setupLimits } from '../workbench/setup/setup.js';
import { toolProblem } from '../workbench/setup-problem.js';
import './tools-editor.css';
import { useFocusAfterRemoval } from './use-focus-after-removal.js';

interface ToolsEditorProps {
  readonly tools: readonly SetupTool[];
  readonly onAction: Dispatch<SetupAction>;
}

/** The functions that the model may call. */
export function ToolsEditor({ tools, onAction }: ToolsEditorProps) {
  const add = useFocusAfterRemoval(tools.length);
  return (
    <div className="tools-editor">
      <p className="hint">
        The model may call them; nothing of yours is run. With a result, every call gets it at once.
        Without one, the run stops at the call and you answer it.
      </p>
      {tools.map((tool, index) => (
        <ToolCard key={tool.key} tool={tool} number={index + 1} onAction={onAction} />
      ))}
      <button
        type="button"
        ref={add}
        className="add"
        disabled={tools.length >= setupLimits.tools}
        onClick={() => onAction({ type: 'add-tool' })}
      >
        Add a function
      </button>
    </div>
  );
}

interface ToolCardProps {
  readonly tool: SetupTool;
  readonly number: number;
  readonly onAction: Dispatch<SetupAction>;
}

function ToolCard({ tool, number, onAction }: ToolCardProps) {
  const { key, name, description, parameters, result } = tool;
  const change = (part: Partial<SetupTool>) => onAction({ type: 'change-tool', key, part });
  const problem = toolProblem(tool);
  const field = (part: string) => `tool-${key}-${part}`;
  return (
    <fieldset className="tool-card">
      <legend>Function {number}</legend>
      <div className="field">
        <label htmlFor={field('name')}>Name</label>
        <input
          id={field('name')}
          className="code-text"
          spellCheck={false}
          maxLength={setupLimits.name}
          value={name}
          onChange={({ target }) => change({ name: target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={field('description')}>Description</label>
        <input
          id={field('description')}
          value={description}
          onChange={({ target }) => change({ description: target.value })}
        />
      </div>
      <div className="field wide">
        <label htmlFor={field('parameters')}>Parameters, JSON Schema</label>
        <textarea
          id={field('parameters')}
          className="code-text"
          rows={6}
          spellCheck={false}
          value={parameters}
          aria-invalid={problem !== undefined}
          aria-describedby={field('problem')}
          onChange={({ target }) => change({ parameters: target.value })}
        />
        <small id={field('problem')} className="field-problem" aria-live="polite">
          {problem}
        </small>
      </div>
      <div className="field wide">
        <label htmlFor={field('result')}>Ready result</label>
        <textarea
          id={field('result')}
          className="code-text"
          rows={1}
          spellCheck={false}
          value={result}
          placeholder="None: the run waits for yours."
          onChange={({ target }) => change({ result: target.value })}
        />
      </div>
      <button
        type="button"
        className="quiet"
        onClick={() => onAction({ type: 'remove-tool', key })}
      >
        Remove {name === '' ? 'this function' : name}
      </button>
    </fieldset>
  );
}
