import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { afterEach } from 'vitest';
import { environmentOf, requireBuild, script } from './command.js';

export interface TerminalOptions {
  /** Beside PATH, TERM and a state folder of the test file's own; nothing is inherited. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
  /** Default: 80. */
  readonly columns?: number;
  /** Default: 24. */
  readonly rows?: number;
  /** What a shell adds behind the command, such as `> "$OUT"` or `| cat > "$OUT"`. */
  readonly redirect?: string;
}

/** A command that runs in a pseudo-terminal of its own, and the screen in front of it. */
export interface RunningTerminal {
  /** Everything that the terminal was sent. */
  readonly bytes: string;
  /** The emulator behind the screen: cursor, modes, colours, title. */
  readonly emulator: InstanceType<typeof xterm.Terminal>;
  /** The exit code, once all that was printed is on the screen. */
  readonly ended: Promise<number>;
  /** All lines, those that have scrolled away included, without blanks at their ends; the last ones are not empty. */
  screen(): string;
  /** Resolves when the screen shows it. Rejects, with the screen, if the command ends before, or nothing comes for long. */
  shows(text: string | RegExp): Promise<void>;
  /** As if typed: `\r` is Enter, `\u0003` Ctrl-C, `\u0004` Ctrl-D. */
  type(text: string): void;
  resize(columns: number, rows: number): void;
}

/** Far longer than anything takes: what ends a test that waits in vain. */
const patienceMs = 30_000;

const open = new Set<IPty>();
afterEach(() => {
  for (const terminal of open) terminal.kill('SIGKILL');
  open.clear();
});

/** Starts the built command in a pseudo-terminal. It is ended with the test, if it has not ended by itself. */
export function openTerminal(
  argv: readonly string[],
  options: TerminalOptions = {},
): RunningTerminal {
  requireBuild();
  const { columns: cols = 80, rows = 24, redirect, environment, folder } = options;
  const command = [process.execPath, script, ...argv];
  const [file, ...words] =
    redirect === undefined ? command : ['/bin/sh', '-c', `"$@" ${redirect}`, 'sh', ...command];
  const terminal = spawn(file ?? '', words, {
    // It becomes TERM, whatever the environment has.
    name: environment?.TERM ?? 'xterm-256color',
    cols,
    rows,
    cwd: folder ?? import.meta.dirname,
    env: environmentOf(environment),
  });
  open.add(terminal);
  const emulator = new xterm.Terminal({ cols, rows, scrollback: 10_000, allowProposedApi: true });
  let bytes = '';
  let isOver = false;
  const watchers = new Set<() => void>();
  const look = () => {
    for (const watcher of watchers) watcher();
  };
  // What the emulator answers (where the cursor is, what it can do) goes back to the command.
  emulator.onData((reply) => terminal.write(reply));
  terminal.onData((data) => {
    bytes += data;
    emulator.write(data, look);
  });
  const ended = new Promise<number>((resolve) => {
    terminal.onExit(({ exitCode, signal }) => {
      open.delete(terminal);
      emulator.write('', () => {
        isOver = true;
        look();
        resolve(signal ? 128 + signal : exitCode);
      });
    });
  });
  const screen = () => screenOf(emulator);
  return {
    get bytes() {
      return bytes;
    },
    emulator,
    ended,
    screen,
    type: (text) => terminal.write(text),
    resize(columns, rows) {
      emulator.resize(columns, rows);
      terminal.resize(columns, rows);
    },
    shows: (text) =>
      new Promise((resolve, reject) => {
        const finish = (settle: () => void) => {
          clearTimeout(timer);
          watchers.delete(watcher);
          settle();
        };
        const fail = (why: string) =>
          finish(() => reject(new Error(`${why}: ${text} is not on the screen:\n${screen()}`)));
        const watcher = () => {
          const found = typeof text === 'string' ? screen().includes(text) : text.test(screen());
          if (found) finish(resolve);
          else if (isOver) fail('The command has ended');
        };
        const timer = setTimeout(() => fail(`After ${patienceMs / 1000} s`), patienceMs);
        watchers.add(watcher);
        watcher();
      }),
  };
}

/** The text of a screen: lines that were wrapped by the terminal are whole again. */
function screenOf(emulator: InstanceType<typeof xterm.Terminal>): string {
  const { active } = emulator.buffer;
  const lines: string[] = [];
  for (let index = 0; index < active.length; index++) {
    const line = active.getLine(index);
    if (line === undefined) continue;
    const isWhole = active.getLine(index + 1)?.isWrapped !== true;
    const text = line.translateToString(isWhole);
    if (line.isWrapped) lines.push(`${lines.pop() ?? ''}${text}`);
    else lines.push(text);
  }
  return lines.join('\n').replace(/\n+$/, '');
}
