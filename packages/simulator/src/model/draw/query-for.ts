/**
 * The SQL that a question in words stands for, as far as one table and a count go.
 *
 * @example
 * queryFor('How many orders are there?') // => 'SELECT COUNT(*) FROM orders'
 */
export function queryFor(text: string): string | undefined {
  const counted = /\bhow many ([a-z_]{3,30})\b/i.exec(text)?.[1];
  if (counted !== undefined) return `SELECT COUNT(*) FROM ${counted.toLowerCase()}`;
  const summed =
    /\b(average|total|maximum|minimum|highest|lowest) ([a-z_]{3,30}) (?:of|from|in|for|per)(?: all| the)? ([a-z_]{3,30})/i.exec(
      text,
    );
  const [, how = '', column, table] = summed ?? [];
  if (column !== undefined && table !== undefined) {
    return `SELECT ${functions[how.toLowerCase()]}(${column.toLowerCase()}) FROM ${table.toLowerCase()}`;
  }
  const shown =
    /\b(?:list|show|get|find|select|fetch|give me|return)(?: me)?(?: all)?(?: of)?(?: the| our| my)? ([a-z_]{3,30})\b/i.exec(
      text,
    )?.[1];
  const limit = /\b(?:top|first|last|latest) (\d{1,4})\b/i.exec(text)?.[1];
  if (shown === undefined) return undefined;
  return `SELECT * FROM ${shown.toLowerCase()}${limit === undefined ? '' : ` LIMIT ${limit}`}`;
}

const functions: Readonly<Record<string, string>> = {
  average: 'AVG',
  total: 'SUM',
  maximum: 'MAX',
  highest: 'MAX',
  minimum: 'MIN',
  lowest: 'MIN',
};
