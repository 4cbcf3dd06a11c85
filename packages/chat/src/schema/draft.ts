import type { ChatEvent } from '../chat-event.js';
import { JsonReader } from './json-reader.js';
import { jsonSchemaOf } from './json-schema-of.js';
import { type ObjectRoot, objectRoot } from './object-root.js';
import type { TypedSchema } from './typed-schema.js';
import { isNullAbsent } from './without-nulls.js';

/** Of an answer with this schema. */
export function draftOf(schema: TypedSchema<unknown> | undefined): Draft | undefined {
  return schema && new Draft(objectRoot(jsonSchemaOf(schema)));
}

/** An answer in JSON as far as it has come, from its pieces and the events between them. */
export class Draft {
  readonly #root: ObjectRoot;
  #reader: JsonReader | undefined;
  /** Nothing more is looked at until the text begins anew. */
  #isOver = false;

  constructor(root: ObjectRoot) {
    this.#root = root;
  }

  /** A restart, a re-ask, or tools that are run: what came before is not the answer. */
  readonly heard = ({ type }: ChatEvent): void => {
    if (type !== 'restart' && type !== 're-ask' && type !== 'tool-start') return;
    this.#reader = undefined;
    this.#isOver = false;
  };

  /** What there is, where a piece has added to it. */
  add(piece: string): { readonly value: unknown } | undefined {
    this.#read(piece);
    const grown = this.#isOver ? this.#last() : this.#reader?.grown();
    if (grown === undefined) return undefined;
    if (!this.#root.isWrapped) return { value: grown };
    return Object.hasOwn(grown, 'value') ? { value: grown.value } : undefined;
  }

  #last(): Record<string, unknown> | undefined {
    const last = this.#reader?.state === 'done' ? this.#reader.grown() : undefined;
    this.#reader = undefined;
    return last;
  }

  #read(piece: string): void {
    const { schema } = this.#root;
    for (let at = 0; at < piece.length && !this.#isOver; ) {
      if (this.#reader === undefined) {
        at = piece.indexOf('{', at);
        if (at < 0) return;
        this.#reader = new JsonReader({ isAbsent: (path) => isNullAbsent(path, schema) });
      }
      at = this.#reader.push(piece, at);
      const { state, hasKey } = this.#reader;
      if (state === 'open') return;
      // A brace of a text was no beginning; an object that breaks after it had begun is given up.
      if (state === 'broken' && !hasKey) {
        this.#reader = undefined;
        at--;
      } else this.#isOver = true;
    }
  }
}
