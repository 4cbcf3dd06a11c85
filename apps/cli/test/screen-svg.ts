import type { IBufferCell, IBufferLine, Terminal } from '@xterm/headless';

/** Cells of one style next to each other. */
interface Run {
  readonly column: number;
  readonly columns: number;
  readonly text: string;
  readonly style: string;
}

const cellWidth = 8.4;
const lineHeight = 19;
const margin = 16;

/** By the number of the terminal's colour: on a light page, and on a dark one. */
const colors: Readonly<Record<number, readonly [light: string, dark: string]>> = {
  1: ['#b3261e', '#ff8a80'],
  2: ['#1a7f37', '#7ee787'],
  3: ['#8a5a00', '#f2cc60'],
  4: ['#0a5cc5', '#79b8ff'],
  5: ['#8e24aa', '#d2a8ff'],
  6: ['#006b75', '#76e3ea'],
};

const rules = [
  'rect{fill:#f6f8fa;stroke:#d0d7de}',
  'text{fill:#1f2328;white-space:pre;font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}',
  '.b{font-weight:700}.d{opacity:.62}.i{font-style:italic}.u{text-decoration:underline}.s{text-decoration:line-through}',
  ...Object.entries(colors).map(([number, [light]]) => `.c${number}{fill:${light}}`),
  '@media(prefers-color-scheme:dark){rect{fill:#161b22;stroke:#30363d}text{fill:#e6edf3}',
  ...Object.entries(colors).map(([number, [, dark]]) => `.c${number}{fill:${dark}}`),
  '}',
];

/**
 * What a terminal shows, as a picture for a page: the command first, then every line, in the terminal's styles.
 *
 * Durations differ from run to run: each is shown as 0.4 s.
 */
export function screenSvg(emulator: Terminal, command: string): string {
  const { active } = emulator.buffer;
  const lines: (readonly Run[])[] = [
    [{ column: 0, columns: command.length + 2, text: `$ ${command}`, style: 'b' }],
    [],
  ];
  for (let index = 0; index < active.length; index++) {
    const line = active.getLine(index);
    if (line !== undefined) lines.push(runsOf(line, active.getNullCell()));
  }
  const last = lines.findLastIndex((line) => line.length > 0);
  const shown = lines.slice(0, last + 1);
  const width = emulator.cols * cellWidth + 2 * margin;
  const height = shown.length * lineHeight + 2 * margin;
  const rows = shown.flatMap((line, index) => {
    const y = margin + (index + 1) * lineHeight - 5;
    return line.map((run) => textOf(run, y));
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}" role="img" aria-label="${escaped(command)}">`,
    `<style>${rules.join('')}</style>`,
    `<rect x=".5" y=".5" width="${round(width - 1)}" height="${round(height - 1)}" rx="8"/>`,
    ...rows,
    '</svg>',
    '',
  ].join('\n');
}

function textOf({ column, text, style }: Run, y: number): string {
  const x = margin + column * cellWidth;
  return `<text x="${round(x)}" y="${y}"${style === '' ? '' : ` class="${style}"`}>${escaped(text)}</text>`;
}

function runsOf(line: IBufferLine, cell: IBufferCell): readonly Run[] {
  const runs: Run[] = [];
  for (let column = 0; column < line.length; column++) {
    line.getCell(column, cell);
    const columns = cell.getWidth();
    if (columns === 0) continue;
    const text = cell.getChars() || ' ';
    const style = styleOf(cell);
    const before = runs.at(-1);
    // A wide character is put in its place by itself: fonts differ in how wide it is.
    const goesOn =
      before?.style === style && columns === 1 && before.columns === [...before.text].length;
    if (goesOn)
      runs[runs.length - 1] = { ...before, columns: before.columns + 1, text: before.text + text };
    else runs.push({ column, columns, text, style });
  }
  const timed = runs.map((run) => ({
    ...run,
    text: run.text.replaceAll(/\b\d+\.\d+ s\b/g, '0.4 s'),
  }));
  const [last, ...others] = timed.toReversed();
  if (last === undefined) return [];
  const trimmed = { ...last, text: last.text.trimEnd() };
  return [...others.toReversed(), trimmed].filter(({ text }) => text.trim() !== '');
}

function styleOf(cell: IBufferCell): string {
  return [
    ...(cell.isBold() ? ['b'] : []),
    ...(cell.isDim() ? ['d'] : []),
    ...(cell.isItalic() ? ['i'] : []),
    ...(cell.isUnderline() ? ['u'] : []),
    ...(cell.isStrikethrough() ? ['s'] : []),
    ...(cell.isFgPalette() && cell.getFgColor() in colors ? [`c${cell.getFgColor()}`] : []),
  ].join(' ');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
