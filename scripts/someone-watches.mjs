/**
 * Whether a browser that is opened now appears in front of whoever ran the command.
 *
 * Not in CI, not in a pipe, not over SSH, and on Linux not without a display.
 *
 * @param {{ isTerminal: boolean, platform: string, env: Readonly<Record<string, string | undefined>> }} where
 */
export function someoneWatches({ isTerminal, platform, env }) {
  if (!isTerminal || env.CI || env.SSH_CONNECTION) return false;
  if (platform === 'darwin' || platform === 'win32') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
