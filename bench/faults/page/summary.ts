import { faultTable } from '@farebox/simulator/fault-table';
import { markdownTable } from './markdown.ts';
import { allCases, type Verdicts } from './verdicts.ts';

/** What is counted for each client beside its rows, with what is said of a case that counts. */
const counts: readonly (readonly [head: string, pattern: RegExp])[] = [
  ['Not ended', /^does not end|^takes memory/],
  ['Taken for an answer', /^takes (what|a failure)/],
  ['Whole, and refused', /^fails although/],
  ['Sent too often, or too early', /^sends/],
  ['Key or prompt shown', /^shows/],
];

/** One line for each client: how many rows it is right about, and in how many cases it is not, and how. */
export function summary(verdicts: Verdicts, names: readonly string[]): string {
  const head = ['', 'Rows right', 'Cases right', ...counts.map(([title]) => title)];
  const rows = names.map((name) => {
    const rightRows = faultTable.filter((row) => verdicts.rowIsRight(row, name)).length;
    const results = allCases.map((each) => verdicts.of(each.name, name));
    const rightCases = results.filter(({ right }) => right).length;
    const wrongs = counts.map(([, pattern]) =>
      String(results.filter(({ why }) => why.some((sentence) => pattern.test(sentence))).length),
    );
    const share = `${rightCases} of ${allCases.length}`;
    return [name, `**${rightRows} of ${faultTable.length}**`, share, ...wrongs];
  });
  return markdownTable(head, rows);
}
