-- Strategies and sources whose entries are stopped until somebody releases them.
CREATE TABLE holds (
  id          uuid PRIMARY KEY,
  kind        text NOT NULL CHECK (kind IN ('SOURCE', 'STRATEGY')),
  name        text NOT NULL,
  cause       text NOT NULL CHECK (cause IN ('HAND', 'GAP', 'SILENCE')),
  reason      text NOT NULL,
  by          text NOT NULL,
  since       timestamptz NOT NULL,
  released_at timestamptz,
  released_by text,
  CONSTRAINT holds_released_by_someone CHECK ((released_at IS NULL) = (released_by IS NULL))
);
CREATE UNIQUE INDEX holds_one_in_force ON holds (kind, name) WHERE released_at IS NULL;

-- Where a strategy said it stood, last time it said so: the next alert has to go on from there.
CREATE TABLE strategy_positions (
  portfolio text NOT NULL,
  source    text NOT NULL,
  strategy  text NOT NULL,
  symbol    text NOT NULL,
  position  text NOT NULL CHECK (position IN ('LONG', 'SHORT', 'FLAT')),
  said_at   timestamptz NOT NULL,
  PRIMARY KEY (portfolio, source, strategy, symbol)
);

-- A strategy that promised to report regularly, and when it last did.
CREATE TABLE heartbeats (
  strategy         text PRIMARY KEY,
  interval_seconds integer NOT NULL CHECK (interval_seconds > 0),
  last_at          timestamptz NOT NULL
);

-- How often a delivery came again is asked by signal, for the few that came again.
CREATE INDEX idx_deliveries_repeated ON deliveries (signal_id) WHERE repeats > 0;
