import type { JsonForm } from './json-request.js';

/** So many schemas at most are remembered; beyond, the oldest is asked for in full again. */
const mostSchemas = 100;

/**
 * In what form the models of one client have had to be asked for JSON, after a fuller form was refused: each refusal is a
 * request, and is made once.
 *
 * A refusal of a schema says nothing of others; one of `json_schema` itself is the model's.
 */
export class KnownForms {
  readonly #ofModels = new Map<string, JsonForm>();
  readonly #ofSchemas = new Map<string, JsonForm>();

  /** The form to begin with; undefined where nothing was refused. */
  of(model: string, schema: string): JsonForm | undefined {
    return this.#ofModels.get(model) ?? this.#ofSchemas.get(keyOf(model, schema));
  }

  learn(model: string, schema: string | undefined, form: JsonForm): void {
    if (schema === undefined) {
      this.#ofModels.set(model, form);
      return;
    }
    this.#ofSchemas.set(keyOf(model, schema), form);
    const [oldest] = this.#ofSchemas.keys();
    if (this.#ofSchemas.size > mostSchemas && oldest !== undefined) this.#ofSchemas.delete(oldest);
  }
}

function keyOf(model: string, schema: string): string {
  return JSON.stringify([model, schema]);
}
