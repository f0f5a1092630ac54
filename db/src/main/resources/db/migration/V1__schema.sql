-- The six tables of the deployment guide, and what they lean on.
-- Times come from the service's clock, never from now(): a replay must be able to set them.

CREATE TABLE signals (
  id              uuid PRIMARY KEY,
  arrival         bigint GENERATED ALWAYS AS IDENTITY,
  portfolio       text NOT NULL,
  source          text NOT NULL,
  symbol          text NOT NULL,
  direction       text CHECK (direction IN ('CALL', 'PUT')),
  timeframe       text NOT NULL,
  timestamp       timestamptz NOT NULL,
  status          text NOT NULL DEFAULT 'RECEIVED'
                  CHECK (status IN ('RECEIVED', 'ACCEPTED', 'CLOSED', 'REJECTED', 'DUPLICATE', 'DEAD')),
  reason          text,
  grade           text NOT NULL CHECK (grade IN ('HMAC', 'TOKEN_AND_ADDRESS', 'TOKEN')),
  metadata        jsonb NOT NULL,
  body            text NOT NULL,
  route           jsonb NOT NULL DEFAULT '[]',
  attempts        integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  created_at      timestamptz NOT NULL,
  decided_at      timestamptz
);
CREATE INDEX idx_signals_created_at ON signals (created_at DESC, id DESC);
CREATE INDEX idx_signals_undecided ON signals (portfolio, arrival) WHERE status = 'RECEIVED';
CREATE INDEX idx_signals_entered ON signals (portfolio, symbol, direction, decided_at DESC)
  WHERE status = 'ACCEPTED';

CREATE TABLE decisions (
  id               uuid PRIMARY KEY,
  signal_id        uuid NOT NULL REFERENCES signals (id),
  decision_type    text NOT NULL CHECK (decision_type IN ('ENTRY', 'CLOSING')),
  decision         text NOT NULL CHECK (decision IN ('ENTER', 'REJECT', 'EXIT', 'HOLD')),
  rejection        text,
  confidence       double precision NOT NULL CHECK (confidence BETWEEN 0 AND 100),
  position_size    integer NOT NULL CHECK (position_size >= 0),
  stage            text NOT NULL,
  reasoning        jsonb NOT NULL,
  calculations     jsonb NOT NULL,
  rules_version    text NOT NULL,
  settings_version text NOT NULL,
  created_at       timestamptz NOT NULL,
  CONSTRAINT decisions_one_per_signal UNIQUE (signal_id),
  CONSTRAINT decisions_reject_has_code CHECK ((decision = 'REJECT') = (rejection IS NOT NULL))
);
CREATE INDEX idx_decisions_created_at ON decisions (created_at DESC, id DESC);

CREATE TABLE positions (
  id             uuid PRIMARY KEY,
  signal_id      uuid NOT NULL REFERENCES signals (id),
  portfolio      text NOT NULL,
  symbol         text NOT NULL,
  occ_symbol     text NOT NULL,
  direction      text NOT NULL CHECK (direction IN ('CALL', 'PUT')),
  quantity       integer NOT NULL CHECK (quantity >= 0),
  entry_price    numeric(12, 4) NOT NULL CHECK (entry_price >= 0),
  current_price  numeric(12, 4) NOT NULL CHECK (current_price >= 0),
  price_basis    text NOT NULL,
  unrealized_pnl numeric(16, 2) NOT NULL,
  realized_pnl   numeric(16, 2) NOT NULL,
  is_closed      boolean NOT NULL DEFAULT false,
  exit_reason    text,
  opened_at      timestamptz NOT NULL,
  closed_at      timestamptz,
  CONSTRAINT positions_one_per_signal UNIQUE (signal_id),
  CONSTRAINT positions_closed_is_empty CHECK (is_closed = (quantity = 0) AND is_closed = (closed_at IS NOT NULL))
);
CREATE INDEX idx_positions_is_closed ON positions (is_closed);
CREATE INDEX idx_positions_open ON positions (portfolio, symbol) WHERE NOT is_closed;
CREATE INDEX idx_positions_opened_at ON positions (opened_at DESC, id DESC);

CREATE TABLE fills (
  id          uuid PRIMARY KEY,
  position_id uuid NOT NULL REFERENCES positions (id),
  side        text NOT NULL CHECK (side IN ('BUY', 'SELL')),
  price       numeric(12, 4) NOT NULL CHECK (price >= 0),
  quantity    integer NOT NULL CHECK (quantity > 0),
  commission  numeric(12, 2) NOT NULL,
  fee         numeric(12, 2) NOT NULL,
  at          timestamptz NOT NULL
);
CREATE INDEX idx_fills_position ON fills (position_id, at);

CREATE TABLE option_chains (
  id        uuid PRIMARY KEY,
  symbol    text NOT NULL,
  as_of     timestamptz NOT NULL,
  spot      double precision NOT NULL CHECK (spot > 0),
  contracts integer NOT NULL,
  stored_at timestamptz NOT NULL
);
CREATE INDEX idx_option_chains_latest ON option_chains (symbol, as_of DESC, stored_at DESC);

CREATE TABLE option_quotes (
  chain_id      uuid NOT NULL REFERENCES option_chains (id) ON DELETE CASCADE,
  occ_symbol    text NOT NULL,
  bid           numeric(12, 4) NOT NULL,
  ask           numeric(12, 4) NOT NULL,
  last          numeric(12, 4),
  iv            double precision NOT NULL,
  gamma         double precision NOT NULL,
  delta         double precision NOT NULL,
  open_interest double precision,
  volume        double precision,
  PRIMARY KEY (occ_symbol, chain_id)
);
CREATE INDEX idx_option_quotes_chain ON option_quotes (chain_id);

CREATE TABLE gex_signals (
  id           uuid PRIMARY KEY,
  chain_id     uuid NOT NULL REFERENCES option_chains (id),
  symbol       text NOT NULL,
  as_of        timestamptz NOT NULL,
  spot         double precision NOT NULL,
  contracts    integer NOT NULL,
  net_gex      double precision NOT NULL,
  call_gex     double precision NOT NULL,
  put_gex      double precision NOT NULL,
  call_wall    numeric(12, 3),
  put_wall     numeric(12, 3),
  zero_gamma   double precision[] NOT NULL,
  direction    text CHECK (direction IN ('CALL', 'PUT')),
  strength     double precision NOT NULL CHECK (strength BETWEEN 0 AND 1),
  sign         text NOT NULL,
  day_count    integer NOT NULL,
  levels       integer NOT NULL,
  created_at   timestamptz NOT NULL
);
CREATE INDEX idx_gex_signals_latest ON gex_signals (symbol, as_of DESC, created_at DESC);

CREATE TABLE context_snapshots (
  id         uuid PRIMARY KEY,
  ticker     text NOT NULL,
  price      numeric(18, 6),
  timeframe  text NOT NULL,
  vix        double precision NOT NULL CHECK (vix > 0),
  regime     text NOT NULL CHECK (regime IN ('LOW_VOL', 'NORMAL', 'HIGH_VOL')),
  trend      text NOT NULL CHECK (trend IN ('BULLISH', 'BEARISH', 'NEUTRAL')),
  bias       double precision NOT NULL CHECK (bias BETWEEN -1 AND 1),
  as_of      timestamptz NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX idx_context_snapshots_latest ON context_snapshots (as_of DESC, created_at DESC);

CREATE TABLE processing_errors (
  id         uuid PRIMARY KEY,
  signal_id  uuid REFERENCES signals (id),
  sender     text,
  stage      text NOT NULL,
  code       text NOT NULL,
  detail     text NOT NULL,
  dead       boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL
);
CREATE INDEX idx_processing_errors_created_at ON processing_errors (created_at DESC, id DESC);

-- What was delivered, so that the same delivery is recognised: one row for each name it goes by.
CREATE TABLE deliveries (
  key        text PRIMARY KEY,
  signal_id  uuid NOT NULL,
  expires_at timestamptz NOT NULL,
  repeats    bigint NOT NULL DEFAULT 0
);
CREATE INDEX idx_deliveries_expires_at ON deliveries (expires_at);

-- Which signal speaks for a fingerprint.
CREATE TABLE fingerprints (
  fingerprint text PRIMARY KEY,
  signal_id   uuid NOT NULL REFERENCES signals (id),
  seen_at     timestamptz NOT NULL
);

-- Running totals, written in the transactions that they count.
CREATE TABLE signal_totals (
  kind  text NOT NULL,
  code  text NOT NULL,
  count bigint NOT NULL,
  PRIMARY KEY (kind, code)
);

-- Senders that cannot sign: the secret in their path, hashed.
CREATE TABLE webhook_tokens (
  id         uuid PRIMARY KEY,
  source     text NOT NULL,
  portfolio  text NOT NULL DEFAULT 'main',
  token_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  revoked_at timestamptz
);
