import type { Finding } from '../doctor/finding.js';
import { fold, padEnd, widest } from './table.js';

/** The findings as lines, in a column each for verdict and subject, and the fix below what needs one. */
export function doctorLines(findings: readonly Finding[], columns = 80): string[] {
  const verdicts = widest(findings.map(({ verdict }) => verdict));
  const subjects = widest(findings.map(({ subject }) => subject));
  const indent = ' '.repeat(verdicts + subjects + 4);
  const width = Math.max(columns, indent.length + 30);
  return findings.flatMap(({ verdict, subject, what, fix }) => {
    const head = `${padEnd(verdict, verdicts)}  ${padEnd(subject, subjects)}  `;
    const lines = [...fold(what, '', width - indent.length)];
    if (fix !== undefined) lines.push(...fold(`fix: ${fix}`, '  ', width - indent.length));
    return lines.map((line, index) => (index === 0 ? head : indent) + line);
  });
}

/** How many there are of what is not well. */
export function doctorSummary(findings: readonly Finding[]): string {
  const count = (verdict: string, name: string) => {
    const { length } = findings.filter((finding) => finding.verdict === verdict);
    return length === 0 ? [] : [`${length} ${name}${length === 1 ? '' : 's'}`];
  };
  const all = [...count('problem', 'problem'), ...count('warning', 'warning')];
  return all.length === 0 ? 'all is well' : all.join(', ');
}
