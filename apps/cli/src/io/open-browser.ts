/**
 * Shows an address in the user's browser. Where there is none, or nobody who could see it (CI, SSH, no display), it does
 * nothing; it never fails, and waits for nothing.
 */
export async function openBrowser(
  address: string,
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): Promise<void> {
  const opener = openerOf(address, environment, platform);
  if (opener === undefined) return;
  const { spawn } = process.getBuiltinModule('node:child_process');
  await new Promise<void>((resolve) => {
    const child = spawn(opener.command, [...opener.argv], { stdio: 'ignore', detached: true });
    child.once('error', () => resolve()).once('spawn', () => resolve());
    child.unref();
  });
}

interface Opener {
  readonly command: string;
  readonly argv: readonly string[];
}

/** The program that opens an address here. None of them is a shell, which would read an `&` in it. */
export function openerOf(
  address: string,
  { CI, SSH_CONNECTION, DISPLAY, WAYLAND_DISPLAY }: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): Opener | undefined {
  if (CI || SSH_CONNECTION) return undefined;
  if (platform === 'darwin') return { command: 'open', argv: [address] };
  if (platform === 'win32') {
    return { command: 'rundll32', argv: ['url.dll,FileProtocolHandler', address] };
  }
  return DISPLAY || WAYLAND_DISPLAY ? { command: 'xdg-open', argv: [address] } : undefined;
}
