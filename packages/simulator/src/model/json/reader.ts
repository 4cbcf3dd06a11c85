import type { SchemaPath } from './schema-fault.js';
import type { SchemaTally } from './schema-limits.js';
import type { Shape } from './shape.js';

/** What reads the schemas inside a schema. */
export interface Reader {
  readonly strict: boolean;
  readonly tally: SchemaTally;
  /** `level` counts the objects and arrays around the schema. */
  read(schema: unknown, path: SchemaPath, level: number): Shape;
  /** Checks something once every reference has its target. */
  later(check: () => void): void;
}
