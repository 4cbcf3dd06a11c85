/** The model a body asks for, as far as it can be told from one that may be malformed. */
export function askedModel(body: unknown): string | undefined {
  const model = typeof body === 'object' && body !== null && 'model' in body ? body.model : null;
  return typeof model === 'string' ? model.slice(0, 100) : undefined;
}
