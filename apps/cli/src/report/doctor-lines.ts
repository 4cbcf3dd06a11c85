import { type Finding, type Verdict, worstOf } from '../doctor/finding.js';
import { plain, withPart } from '../terminal/line-styles.js';
import { type Color, type Line, span } from '../terminal/styled-line.js';
import { fold, padEnd, widest } from './table.js';

const verdictColors: Readonly<Record<Verdict, Color>> = {
  ok: 'green',
  warning: 'yellow',
  problem: 'red',
};

/** The findings as lines, in a column each for verdict and subject, and the fix below what needs one. */
export function doctorLines(findings: readonly Finding[], columns = 80): Line[] {
  const verdicts = widest(findings.map(({ verdict }) => verdict));
  const subjects = widest(findings.map(({ subject }) => subject));
  const indent = ' '.repeat(verdicts + subjects + 4);
  const width = Math.max(columns, indent.length + 30);
  return findings.flatMap(({ verdict, subject, what, fix }) => {
    const head = `${padEnd(verdict, verdicts)}  ${padEnd(subject, subjects)}  `;
    const lines = [...fold(what, '', width - indent.length)];
    if (fix !== undefined) lines.push(...fold(`fix: ${fix}`, '  ', width - indent.length));
    return lines.map((line, index) =>
      index === 0
        ? withPart(head + line, verdict, { color: verdictColors[verdict] })
        : plain(indent + line),
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
