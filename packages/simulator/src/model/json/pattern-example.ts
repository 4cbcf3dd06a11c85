import type { Pattern } from './pattern.js';

/**
 * Texts that a pattern is made for, the shortest first; lookaheads are not kept.
 *
 * Each takes one alternative throughout and repeats what may repeat a little more.
 */
export function patternExamples(pattern: Pattern, minLength: number): string[] {
  const styles = [0, 1, 2].flatMap((choice) => [0, 1, 2, 3].map((extra) => ({ choice, extra })));
  const texts = styles.map((style) => write(pattern, style, { left: 2_000 }));
  // What may be repeated makes up for what the shortest lacks.
  const longer = texts.map((text, index) =>
    text.length >= minLength
      ? text
      : write(
          pattern,
          { choice: styles[index]?.choice ?? 0, extra: minLength - text.length },
          { left: 2_000 },
        ),
  );
  return [...new Set([...texts, ...longer])];
}

interface Style {
  readonly choice: number;
  readonly extra: number;
}

function write(pattern: Pattern, style: Style, room: { left: number }): string {
  if (room.left <= 0) return '';
  switch (pattern.kind) {
    case 'one':
      room.left -= 1;
      return pattern.sample;
    case 'start':
    case 'end':
    case 'look':
      return '';
    case 'choice': {
      const part = pattern.parts[style.choice % pattern.parts.length];
      return part === undefined ? '' : write(part, style, room);
    }
    case 'sequence':
      return pattern.parts.map((part) => write(part, style, room)).join('');
    case 'repeat': {
      const count = Math.min(pattern.maximum, pattern.minimum + style.extra);
      let text = '';
      for (let index = 0; index < count && room.left > 0; index++) {
        text += write(pattern.part, style, room);
      }
      return text;
    }
  }
}
