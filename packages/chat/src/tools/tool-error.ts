const brand = Symbol.for('farebox.ToolError');

/**
 * What a tool throws to tell the model, in its own words, why there is no result.
 *
 * The model reads the message and may try otherwise. The message of any other error stays with you: it may quote a
 * key, a path or a query, and the model is only told that the tool has failed.
 *
 * @example
 * throw new ToolError(`There is no city called ${city}. Ask the user which one is meant.`);
 */
export class ToolError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    Object.defineProperty(this, 'name', { value: 'ToolError', configurable: true });
    Object.defineProperty(this, brand, { value: true });
  }
}

/** Whether it is one, also from another copy of this package. */
export function isToolError(error: unknown): error is ToolError {
  return typeof error === 'object' && error !== null && brand in error;
}
