/** A variable of the environment, where there is one; read at call time, never at import. An empty one is none. */
export function environmentVariable(name: string | undefined): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return name === undefined ? undefined : process?.env?.[name] || undefined;
}
