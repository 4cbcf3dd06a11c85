/** `OPENAI_API_KEY`, where there is an environment; read at call time, never at import. */
export function environmentKey(): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return process?.env?.OPENAI_API_KEY || undefined;
}
