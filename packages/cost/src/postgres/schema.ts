import { contentStep } from './content-step.js';

/**
 * How the tables and functions came to be, in a schema of their own; `versions` says which of these steps
 * it has had. A step that was released is never changed.
 *
 * Money is whole picodollars in `numeric`, which has no limit. What must be decided in one step is a
 * function: one round trip, with locks always in the same order (ids, then accounts by scope and window, by bytes).
 * Nothing depends on the session, so a pooler may give each query another connection.
 */
export const migrations: readonly ((schema: string) => string)[] = [
  (schema) => `
  CREATE TABLE ${schema}.accounts (
    scope_id text COLLATE "C" NOT NULL,
    time_window text COLLATE "C" NOT NULL,
    settled numeric NOT NULL DEFAULT 0 CHECK (settled >= 0),
    reserved numeric NOT NULL DEFAULT 0 CHECK (reserved >= 0),
    -- Settled by receipts that have been pruned: settled = forgotten + the receipts that are left.
    forgotten numeric NOT NULL DEFAULT 0 CHECK (forgotten >= 0),
    closed boolean NOT NULL DEFAULT false,
    used_at bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (scope_id, time_window)
  );
  CREATE TABLE ${schema}.holders (
    id text PRIMARY KEY,
    lease_until timestamptz NOT NULL
  );
  CREATE TABLE ${schema}.holds (
    id text PRIMARY KEY,
    holder text NOT NULL,
    hold text NOT NULL
  );
  CREATE INDEX ON ${schema}.holds (holder);
  CREATE TABLE ${schema}.receipts (
    sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text NOT NULL UNIQUE,
    call_id text NOT NULL,
    settled_at double precision NOT NULL,
    resolution text NOT NULL,
    model text NOT NULL,
    known text NOT NULL,
    amount numeric NOT NULL CHECK (amount >= 0),
    input_tokens bigint NOT NULL,
    output_tokens bigint NOT NULL,
    scope_ids jsonb NOT NULL,
    tags jsonb NOT NULL,
    settlement text NOT NULL,
    hold text NOT NULL
  );
  CREATE INDEX ON ${schema}.receipts (settled_at);
  CREATE INDEX ON ${schema}.receipts (call_id);

  CREATE FUNCTION ${schema}.accounts_of(hold json)
  RETURNS TABLE (scope_id text, time_window text, hard numeric, soft numeric)
  LANGUAGE sql IMMUTABLE AS $accounts$
    SELECT a ->> 'scopeId', a ->> 'window', (a ->> 'limit')::numeric, (a ->> 'softLimit')::numeric
    FROM json_array_elements(hold -> 'accounts') AS a
    ORDER BY (a ->> 'scopeId') COLLATE "C", (a ->> 'window') COLLATE "C"
  $accounts$;

  -- The rule of store/admit.ts, and what follows from it. Whoever calls it holds the locks: see "together".
  CREATE FUNCTION ${schema}.reserve(asked_id text, asked text, at_least numeric, by_holder text, lease_ms double precision)
  RETURNS json LANGUAGE plpgsql AS $reserve$
  DECLARE
    hold json := asked;
    amount numeric := (hold ->> 'amount')::numeric;
    bounded boolean := (hold ->> 'bounded')::boolean;
    found_hold text;
    found_resolution text;
    account record;
    balance record;
    room numeric;
    soft_limits text[] := '{}';
  BEGIN
    SELECT h.hold INTO found_hold FROM ${schema}.holds h WHERE h.id = asked_id;
    IF FOUND THEN RETURN json_build_object('hold', found_hold); END IF;
    SELECT r.resolution INTO found_resolution FROM ${schema}.receipts r WHERE r.id = asked_id;
    IF FOUND THEN RETURN json_build_object('resolved', found_resolution); END IF;

    FOR account IN SELECT * FROM ${schema}.accounts_of(hold) LOOP
      CONTINUE WHEN account.hard IS NULL;
      SELECT a.settled, a.reserved, a.closed INTO balance FROM ${schema}.accounts a
        WHERE a.scope_id = account.scope_id AND a.time_window = account.time_window;
      IF balance.closed THEN
        RETURN json_build_object('closed', json_build_object('scopeId', account.scope_id, 'window', account.time_window));
      END IF;
      room := account.hard - balance.settled - balance.reserved;
      IF (bounded AND room < at_least) OR (NOT bounded AND room <= 0) THEN
        RETURN json_build_object('full', json_build_object('scopeId', account.scope_id, 'window', account.time_window,
          'limit', account.hard::text, 'settled', balance.settled::text, 'reserved', balance.reserved::text));
      END IF;
      IF bounded THEN amount := LEAST(amount, room); END IF;
    END LOOP;

    FOR account IN SELECT * FROM ${schema}.accounts_of(hold) LOOP
      UPDATE ${schema}.accounts a
        SET reserved = a.reserved + amount, used_at = floor((hold ->> 'reservedAt')::double precision)
        WHERE a.scope_id = account.scope_id AND a.time_window = account.time_window
        RETURNING a.settled + a.reserved AS total INTO balance;
      IF balance.total > account.soft THEN soft_limits := soft_limits || account.scope_id; END IF;
    END LOOP;
    INSERT INTO ${schema}.holds (id, holder, hold)
      VALUES (asked_id, by_holder, (hold::jsonb || jsonb_build_object('amount', amount::text, 'softLimits', soft_limits))::text);
    PERFORM ${schema}.renew(by_holder, lease_ms);
    RETURN json_build_object('amount', amount::text, 'softLimits', soft_limits);
  END
  $reserve$;

  -- Without a write while most of the lease is left: one row per process would be a queue for all its calls.
  CREATE FUNCTION ${schema}.renew(by_holder text, lease_ms double precision) RETURNS void LANGUAGE plpgsql AS $renew$
  DECLARE
    lease interval := lease_ms * interval '1 millisecond';
  BEGIN
    INSERT INTO ${schema}.holders (id, lease_until) VALUES (by_holder, clock_timestamp() + lease) ON CONFLICT DO NOTHING;
    UPDATE ${schema}.holders SET lease_until = clock_timestamp() + lease
      WHERE id = by_holder AND lease_until < clock_timestamp() + lease * 0.75;
  END
  $renew$;

  CREATE FUNCTION ${schema}.resolve(
    asked_id text, asked_resolution text, asked_settlement text, asked_model text, asked_known text,
    cost numeric, tokens_in bigint, tokens_out bigint, at double precision
  ) RETURNS json LANGUAGE plpgsql AS $resolve$
  DECLARE
    held text;
    done record;
    account record;
    give_back numeric;
    charge numeric;
    overrun boolean;
    place bigint;
  BEGIN
    SELECT h.hold INTO held FROM ${schema}.holds h WHERE h.id = asked_id;
    IF FOUND THEN
      give_back := (held::json ->> 'amount')::numeric;
      charge := cost;
    ELSE
      -- Locked, so that it cannot be pruned in between.
      SELECT * INTO done FROM ${schema}.receipts r WHERE r.id = asked_id FOR UPDATE;
      IF NOT FOUND THEN RETURN json_build_object('unknown', true); END IF;
      IF done.resolution = asked_resolution THEN RETURN json_build_object('receipt', row_to_json(done)); END IF;
      IF done.resolution <> 'expired' THEN RETURN json_build_object('resolved', done.resolution); END IF;
      -- What has expired is settled at its maximum until its holder says more.
      held := done.hold;
      give_back := 0;
      charge := cost - done.amount;
    END IF;

    overrun := (held::json ->> 'bounded')::boolean AND cost > (held::json ->> 'amount')::numeric;
    FOR account IN SELECT * FROM ${schema}.accounts_of(held::json) LOOP
      UPDATE ${schema}.accounts a
        SET reserved = a.reserved - give_back, settled = a.settled + charge,
          closed = a.closed OR (overrun AND account.hard IS NOT NULL)
        WHERE a.scope_id = account.scope_id AND a.time_window = account.time_window;
    END LOOP;
    DELETE FROM ${schema}.holds h WHERE h.id = asked_id;
    INSERT INTO ${schema}.receipts AS r (id, call_id, settled_at, resolution, model, known, amount,
        input_tokens, output_tokens, scope_ids, tags, settlement, hold)
      VALUES (asked_id, held::json ->> 'callId', at, asked_resolution, asked_model, asked_known, cost, tokens_in, tokens_out,
        (SELECT coalesce(jsonb_agg(DISTINCT a.scope_id), '[]') FROM ${schema}.accounts_of(held::json) a),
        (held::json -> 'tags')::jsonb, asked_settlement, held)
      ON CONFLICT (id) DO UPDATE SET settled_at = excluded.settled_at, resolution = excluded.resolution,
        model = excluded.model, known = excluded.known, amount = excluded.amount, input_tokens = excluded.input_tokens,
        output_tokens = excluded.output_tokens, settlement = excluded.settlement
      RETURNING r.sequence INTO place;
    RETURN json_build_object('written', json_build_object('sequence', place, 'hold', held));
  END
  $resolve$;

  -- Everything that one process asks for at once: one answer each, in one transaction.
  CREATE FUNCTION ${schema}.together(asked json) RETURNS SETOF json LANGUAGE plpgsql AS $together$
  DECLARE
    ids text[] := ARRAY(SELECT item ->> 'id' FROM json_array_elements(asked) item);
    account record;
    item json;
  BEGIN
    -- An id that is asked for twice waits for itself, also where nothing of it is stored yet.
    PERFORM pg_advisory_xact_lock(key)
      FROM (SELECT DISTINCT hashtextextended(id, 0) AS key FROM unnest(ids) id ORDER BY key) keys;
    FOR account IN
      SELECT DISTINCT a.scope_id COLLATE "C" AS scope_id, a.time_window COLLATE "C" AS time_window
      FROM (
        SELECT i ->> 'hold' AS hold FROM json_array_elements(asked) i WHERE i ->> 'hold' IS NOT NULL
        UNION ALL SELECT h.hold FROM ${schema}.holds h WHERE h.id = ANY (ids)
        UNION ALL SELECT r.hold FROM ${schema}.receipts r WHERE r.id = ANY (ids) AND r.resolution = 'expired'
      ) charged, ${schema}.accounts_of(charged.hold::json) a
      ORDER BY 1, 2
    LOOP
      INSERT INTO ${schema}.accounts (scope_id, time_window) VALUES (account.scope_id, account.time_window)
        ON CONFLICT DO NOTHING;
      PERFORM 1 FROM ${schema}.accounts a
        WHERE a.scope_id = account.scope_id AND a.time_window = account.time_window FOR UPDATE;
    END LOOP;

    FOR item IN SELECT i FROM json_array_elements(asked) i LOOP
      IF item ->> 'hold' IS NOT NULL THEN
        RETURN NEXT ${schema}.reserve(item ->> 'id', item ->> 'hold', (item ->> 'least')::numeric,
          item ->> 'holder', (item ->> 'leaseMs')::double precision);
      ELSE
        RETURN NEXT ${schema}.resolve(item ->> 'id', item ->> 'resolution', item ->> 'settlement', item ->> 'model',
          item ->> 'known', (item ->> 'cost')::numeric, (item ->> 'inputTokens')::bigint,
          (item ->> 'outputTokens')::bigint, (item ->> 'at')::double precision);
      END IF;
    END LOOP;
  END
  $together$;
  `,
  contentStep,
];
