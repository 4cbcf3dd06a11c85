import type { FaultRow } from '@farebox/simulator/fault-table';

/** The faults of one level of the table, under a heading. */
export interface FaultGroup {
  readonly level: FaultRow['level'];
  readonly title: string;
  readonly rows: readonly FaultRow[];
}

const titles: Readonly<Record<FaultRow['level'], string>> = {
  network: 'On the way to the server',
  socket: 'On the socket',
  http: 'In status and headers',
  stream: 'In the stream',
  content: 'In what the events say',
  client: 'On the side of the caller',
};

/**
 * The table by level, in the order in which a call meets them, with the rows that have every word.
 *
 * A word may be a part of the title, of a case's name or of the kind it ends as, or the number.
 */
export function faultGroups(table: readonly FaultRow[], words = ''): readonly FaultGroup[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const levels = Object.keys(titles) as FaultRow['level'][];
  return levels.flatMap((level) => {
    const rows = table.filter((row) => row.level === level && wanted.every(isIn(row)));
    return rows.length === 0 ? [] : [{ level, title: titles[level], rows }];
  });
}

function isIn({ number, title, cases }: FaultRow): (word: string) => boolean {
  const names = cases.flatMap(({ name, expected }) => [name, expected.kind]);
  const text = [title, ...names].join(' ').toLowerCase();
  return (word) => (/^\d\d?$/.test(word) ? word === `${number}` : text.includes(word));
}
