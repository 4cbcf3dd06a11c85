/** The oldest Node that the command runs on; `engines` in package.json says the same. */
const oldest = { major: 22, minor: 13 };

/**
 * What to say where Node is too old for the command, which would otherwise fail in the middle of an answer; undefined where it is not.
 *
 * @param node the version, such as `22.13.0`.
 */
export function nodeTooOld(node: string): string | undefined {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return undefined;
  return `farebox: ConfigurationError: This is Node ${node}, and farebox needs ${oldest.major}.${oldest.minor} or newer.\n  fix: Install a newer Node from nodejs.org, or run it with npx --package=node@24 --package=farebox farebox.\n`;
}
