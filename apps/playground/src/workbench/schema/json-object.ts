/** An object of JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The value if it is an object, and neither a list nor null. */
export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}
