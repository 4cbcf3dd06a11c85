import type { Pattern } from './pattern.js';

/** What a scalar of JSON may be. */
export type Scalar = string | number | boolean | null;

/** What a schema says beside its rules: words to choose a value by, and values it names itself. */
export interface Notes {
  /** Title and description. */
  readonly about: string;
  /** The default, then the examples. */
  readonly examples: readonly Scalar[];
}

export interface NumberRules {
  readonly integer: boolean;
  readonly minimum: number;
  readonly maximum: number;
  readonly exclusiveMinimum: number;
  readonly exclusiveMaximum: number;
  readonly multipleOf: number | undefined;
}

export interface StringRules {
  readonly minLength: number;
  readonly maxLength: number;
  readonly format: string | undefined;
  readonly pattern: Pattern | undefined;
}

/** A schema that is understood: for each of these a value can be written. */
export type Shape = Notes &
  (
    | {
        readonly kind: 'object';
        readonly properties: ReadonlyMap<string, Shape>;
        readonly required: ReadonlySet<string>;
        /** The shape of members that are not named; `undefined` where none is allowed. */
        readonly others: Shape | undefined;
      }
    | {
        readonly kind: 'array';
        readonly first: readonly Shape[];
        readonly items: Shape | undefined;
        readonly minItems: number;
        readonly maxItems: number;
      }
    | {
        readonly kind: 'string';
        readonly rules: StringRules;
        /** A text that keeps the rules, whatever the prompt says. */
        readonly fallback: string;
      }
    | { readonly kind: 'number'; readonly rules: NumberRules; readonly fallback: number }
    | { readonly kind: 'boolean' | 'null' | 'any' }
    | { readonly kind: 'enum'; readonly values: readonly [Scalar, ...Scalar[]] }
    | { readonly kind: 'union'; readonly options: readonly [Shape, ...Shape[]] }
    | { readonly kind: 'reference'; readonly target: () => Shape }
  );

export type ShapeOf<Kind extends Shape['kind']> = Extract<Shape, { kind: Kind }>;

/** A string of which nothing is asked. */
export const anyText: ShapeOf<'string'> = {
  kind: 'string',
  about: '',
  examples: [],
  rules: {
    minLength: 0,
    maxLength: Number.POSITIVE_INFINITY,
    format: undefined,
    pattern: undefined,
  },
  fallback: '',
};
