-- The book of a sample reward system; the Java and the Python sample keep the same one. Amounts are base units as
-- decimal text: SQLite's integers end at 9.2 billion tokens of nine decimals.

CREATE TABLE IF NOT EXISTS payout (
  payout_id      TEXT PRIMARY KEY, -- an insert once per payout is the deduplication
  beneficiary_id TEXT NOT NULL,
  terms          TEXT NOT NULL,    -- all that no later decision on the payout may change
  kind           TEXT NOT NULL,
  amount         TEXT NOT NULL,    -- below zero of a reversal
  cut            TEXT NOT NULL,    -- what a cap took away
  symbol         TEXT NOT NULL,
  decimals       INTEGER NOT NULL,
  cycle_id       TEXT,
  reverses       TEXT,
  recovery       TEXT,
  standing       TEXT NOT NULL     -- NOTED, HELD, APPROVED, VOIDED; of a reversal PARKED, DEDUCTED, ASKED_BACK
);
CREATE INDEX IF NOT EXISTS payout_of_beneficiary ON payout (beneficiary_id);
CREATE INDEX IF NOT EXISTS payout_of_cycle ON payout (cycle_id);
CREATE INDEX IF NOT EXISTS payout_reverses ON payout (reverses) WHERE reverses IS NOT NULL;

-- An order to pay: written with the payout and the offset, before anything is paid.
CREATE TABLE IF NOT EXISTS payment (
  payout_id TEXT PRIMARY KEY REFERENCES payout,
  state     TEXT NOT NULL,               -- ORDERED, SETTLED, FAILED
  version   INTEGER NOT NULL DEFAULT 0,  -- of the latest report
  note      TEXT,                        -- signature of what was paid, reason of what failed
  at        INTEGER,                     -- time of the latest report, milliseconds since 1970
  reported  INTEGER NOT NULL DEFAULT 0   -- version that the broker has
);
CREATE INDEX IF NOT EXISTS payment_unfinished ON payment (state) WHERE state <> 'SETTLED' OR reported < version;

-- What a cycle says of its payouts.
CREATE TABLE IF NOT EXISTS manifest (
  cycle_id TEXT PRIMARY KEY,
  payouts  INTEGER NOT NULL,
  granted  TEXT NOT NULL,
  sha256   TEXT NOT NULL
);

-- Where to read on.
CREATE TABLE IF NOT EXISTS progress (
  topic       TEXT NOT NULL,
  partition   INTEGER NOT NULL,
  next_offset INTEGER NOT NULL,
  PRIMARY KEY (topic, partition)
);
