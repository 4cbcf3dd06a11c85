import { type Finding, type Verdict, worstOf } from '../doctor/finding.js';
import { plain, withPart } from '../terminal/line-styles.js';
import { type Color, type Line, span } from '../terminal/styled-line.js';
import { fold, padEnd, widest } from './table.js';

const verdictColors: Readonly<Record<Verdict, Color>> = {
  ok: 'green',
  warning: 'yellow',
  problem: 'red',
};

const leastText = 30;

/** The findings as lines, in a column each for verdict and subject, and the fix below what needs one. */
export function doctorLines(findings: readonly Finding[], columns = 80): Line[] {
  const verdicts = widest(findings.map(({ verdict }) => verdict));
  const subjects = widest(findings.map(({ subject }) => subject));
  const indent = ' '.repeat(verdicts + subjects + 4);
  const width = columns - indent.length;
  return findings.flatMap(({ verdict, subject, what, fix }) => {
    const head = `${padEnd(verdict, verdicts)}  ${padEnd(subject, subjects)}  `;
    // Where beside the columns there is no room, below them.
    const isNarrow = width < leastText;
    const before = isNarrow ? '  ' : indent;
    const room = columns - before.length;
    const lines = [...(isNarrow ? [''] : []), ...fold(what, '', room)];
    if (fix !== undefined) lines.push(...fold(`fix: ${fix}`, '  ', room));
    return lines.map((line, index) =>
      index === 0
        ? withPart((head + line).trimEnd(), verdict, { color: verdictColors[verdict] })
        : plain(before + line),
    );
  });
}

/** How many there are of what is not well. */
export function doctorSummary(findings: readonly Finding[]): Line {
  const count = (verdict: string, name: string) => {
    const { length } = findings.filter((finding) => finding.verdict === verdict);
    return length === 0 ? [] : [`${length} ${name}${length === 1 ? '' : 's'}`];
  };
  const all = [...count('problem', 'problem'), ...count('warning', 'warning')];
  const text = all.length === 0 ? 'all is well' : all.join(', ');
  return [span(text, { color: verdictColors[worstOf(findings)] })];
}
