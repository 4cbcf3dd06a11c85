import type { ToolCall, ToolCallDelta } from '@farebox/core';
import { checkIndex } from './read-chunk.js';

interface Draft {
  id: string;
  type: 'function' | 'custom' | undefined;
  name: string;
  input: string;
  /** Fields that are not ours, such as Gemini's signature of its thoughts, which it wants back. */
  rest: Record<string, unknown>;
}

const ownFields = new Set(['index', 'id', 'type', 'function', 'custom', '__proto__']);

/**
 * Puts streamed tool calls together.
 *
 * Indexes may come out of order. Without one (Ollama, SambaNova) a new id starts a new call and
 * no id continues the last; so it is everywhere where calls are told apart by id, because
 * the indexes are not to be believed (Gemini). What lies side by side in one list is never one call, so that
 * those of a JSON reply stay apart even without ids. A name that is repeated whole is taken once. Fields of a
 * call that are not OpenAI's are carried over, because a provider may want them back (Gemini's signatures).
 */
export class ToolCallAssembler {
  readonly #drafts: Draft[] = [];
  readonly #isById: boolean;

  constructor(toldApartBy: 'index' | 'id' = 'index') {
    this.#isById = toldApartBy === 'id';
  }

  /** @throws {ChatError} `protocol` for an index outside 0 to 127. */
  add(deltas: readonly ToolCallDelta[]): void {
    const beside = new Set<Draft>();
    for (const delta of deltas) {
      const draft = this.#draft(delta, beside);
      beside.add(draft);
      this.#extend(draft, delta);
    }
  }

  #extend(draft: Draft, delta: ToolCallDelta): void {
    if (delta.id) draft.id = delta.id;
    if (delta.type) draft.type = delta.type;
    else if (delta.custom) draft.type ??= 'custom';
    const name = delta.function?.name ?? delta.custom?.name;
    if (name && name !== draft.name) draft.name += name;
    draft.input += delta.function?.arguments ?? delta.custom?.input ?? '';
    for (const [field, value] of Object.entries(delta)) {
      if (!ownFields.has(field) && value != null) draft.rest[field] = value;
    }
  }

  #draft(delta: ToolCallDelta, beside: ReadonlySet<Draft>): Draft {
    const given = this.#isById ? undefined : delta.index;
    const index = given ?? this.#impliedIndex(delta.id, beside);
    checkIndex('tool call', index);
    let draft = this.#drafts[index];
    if (draft === undefined) {
      draft = { id: '', type: undefined, name: '', input: '', rest: {} };
      this.#drafts[index] = draft;
    }
    return draft;
  }

  #impliedIndex(id: string | undefined, beside: ReadonlySet<Draft>): number {
    const last = this.#drafts.length - 1;
    if (last < 0) return 0;
    const index = id ? this.#drafts.findIndex((draft) => draft?.id === id) : last;
    const known = this.#drafts[index];
    return known === undefined || beside.has(known) ? last + 1 : index;
  }

  assembled(): ToolCall[] {
    return this.#drafts
      .filter(Boolean)
      .map(({ id, type, name, input, rest }) =>
        type === 'custom'
          ? { ...rest, id, type, custom: { name, input } }
          : { ...rest, id, type: 'function', function: { name, arguments: input } },
      );
  }
}
