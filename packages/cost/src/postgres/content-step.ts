/**
 * The second step: a table for what was asked and answered, and what accounts come to in the answer to a reservation.
 *
 * Contents are apart from the receipts, so that no list or sum reads them, and go with their receipt. The
 * functions of the first step stay what they are, and are called by new ones: a process that still runs an
 * older Farebox goes on beside this one.
 */
export const contentStep = (schema: string): string => `
  CREATE TABLE ${schema}.contents (
    sequence bigint PRIMARY KEY REFERENCES ${schema}.receipts ON DELETE CASCADE,
    content text NOT NULL
  );

  CREATE FUNCTION ${schema}.balances_of(hold json) RETURNS json LANGUAGE sql STABLE AS $balances$
    SELECT coalesce(json_agg(json_build_object('scopeId', a.scope_id, 'window', a.time_window,
      'settled', a.settled::text, 'reserved', a.reserved::text, 'closed', a.closed)), '[]')
    FROM ${schema}.accounts_of(hold) JOIN ${schema}.accounts a USING (scope_id, time_window)
  $balances$;

  ALTER FUNCTION ${schema}.together(json) RENAME TO apply;

  CREATE FUNCTION ${schema}.together(asked json) RETURNS SETOF json LANGUAGE plpgsql AS $together$
  DECLARE
    item json;
    answer json;
  BEGIN
    FOR item, answer IN
      SELECT i.item, a.answer
      FROM json_array_elements(asked) WITH ORDINALITY AS i(item, place)
      JOIN ${schema}.apply(asked) WITH ORDINALITY AS a(answer, place) USING (place) ORDER BY place
    LOOP
      IF answer ->> 'amount' IS NOT NULL THEN
        answer := json_build_object('amount', answer -> 'amount', 'softLimits', answer -> 'softLimits',
          'balances', ${schema}.balances_of((item ->> 'hold')::json));
      ELSIF answer ->> 'hold' IS NOT NULL THEN
        answer := json_build_object('hold', answer -> 'hold',
          'balances', ${schema}.balances_of((answer ->> 'hold')::json));
      ELSIF item ->> 'content' IS NOT NULL AND answer ->> 'written' IS NOT NULL THEN
        INSERT INTO ${schema}.contents AS c (sequence, content)
          VALUES ((answer #>> '{written,sequence}')::bigint, item ->> 'content')
          ON CONFLICT (sequence) DO UPDATE SET content = excluded.content;
      END IF;
      RETURN NEXT answer;
    END LOOP;
  END
  $together$;
`;
