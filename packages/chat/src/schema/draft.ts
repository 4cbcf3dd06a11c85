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
  /** Since tools have run, without what is void. */
  #text = '';

  constructor(root: ObjectRoot) {
    this.#root = root;
  }

  /** A restart or a re-ask makes the end of the text void, all of it but where it had been gone on with; tools, what came before them. */
  readonly heard = (event: ChatEvent): void => {
    if (event.type === 'tool-start') this.#begin('');
    if (event.type !== 'restart' && event.type !== 're-ask') return;
    this.#begin(this.#text.slice(0, this.#text.length - event.discard.characters));
  };

  #begin(text: string): void {
    this.#reader = undefined;
    this.#isOver = false;
    this.#text = text;
    this.#read(text);
  }

  /** What there is, where a piece has added to it. */
  add(piece: string): { readonly value: unknown } | undefined {
    this.#text += piece;
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
