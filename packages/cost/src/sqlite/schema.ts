/** `fare` in ASCII: marks a file as ours. */
export const applicationId = 0x66617265;

/**
 * How the tables came to be; a file's `user_version` says how many of these steps it has had. A step that
 * was released is never changed.
 *
 * Money is whole picodollars in 64-bit integers; a STRICT table refuses what does not fit.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE accounts (
    scope_id TEXT NOT NULL,
    time_window TEXT NOT NULL,
    settled INTEGER NOT NULL DEFAULT 0 CHECK (settled >= 0),
    reserved INTEGER NOT NULL DEFAULT 0 CHECK (reserved >= 0),
    -- Settled by receipts that have been pruned: settled = forgotten + the receipts that are left.
    forgotten INTEGER NOT NULL DEFAULT 0 CHECK (forgotten >= 0),
    closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)),
    used_at INTEGER NOT NULL,
    PRIMARY KEY (scope_id, time_window)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE holders (
    id TEXT PRIMARY KEY,
    -- Where process ids mean the same; NULL once the holder has closed.
    place TEXT,
    pid INTEGER NOT NULL,
    started TEXT NOT NULL,
    lease_until INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE holds (
    id TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    hold TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX holds_by_holder ON holds (holder);

  CREATE TABLE receipts (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    call_id TEXT NOT NULL,
    resolution TEXT NOT NULL,
    settled_at REAL NOT NULL,
    model TEXT NOT NULL,
    known TEXT NOT NULL,
    -- 0 where it is unknown.
    amount INTEGER NOT NULL CHECK (amount >= 0),
    input_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL,
    scope_ids TEXT NOT NULL,
    tags TEXT NOT NULL,
    settlement TEXT NOT NULL,
    -- Where it is charged; and with it a reservation that has expired can be settled after all.
    hold TEXT NOT NULL
  ) STRICT;
  CREATE INDEX receipts_by_time ON receipts (settled_at);
  CREATE INDEX receipts_by_call ON receipts (call_id);
  `,
  `
  -- Apart from the receipts, so that no list or sum reads it; and it goes with its receipt.
  CREATE TABLE contents (
    sequence INTEGER PRIMARY KEY REFERENCES receipts ON DELETE CASCADE,
    content TEXT NOT NULL
  ) STRICT;
  `,
];
