-- The way from a decision to money: orders as an outbox, their fills, marks, exits, limits, brakes.

CREATE TABLE orders (
  client_order_id text PRIMARY KEY,
  id              uuid NOT NULL UNIQUE,
  portfolio       text NOT NULL,
  signal_id       uuid REFERENCES signals (id),
  position_id     uuid NOT NULL,
  symbol          text NOT NULL,
  occ_symbol      text NOT NULL,
  side            text NOT NULL CHECK (side IN ('BUY', 'SELL')),
  reason          text NOT NULL,
  limit_price     numeric(12, 4) CHECK (limit_price > 0),
  quantity        integer NOT NULL CHECK (quantity > 0),
  filled          integer NOT NULL CHECK (filled BETWEEN 0 AND quantity),
  state           text NOT NULL CHECK (state IN ('NEW', 'SENT', 'UNKNOWN', 'PARTIALLY_FILLED',
                                                 'FILLED', 'CANCELLED', 'REJECTED', 'EXPIRED')),
  note            text NOT NULL,
  bid             numeric(12, 4) NOT NULL CHECK (bid >= 0),
  ask             numeric(12, 4) NOT NULL CHECK (ask >= bid),
  basis           text NOT NULL,
  priced_at       timestamptz NOT NULL,
  cancel_reason   text,
  replace_limit   numeric(12, 4) CHECK (replace_limit > 0),
  late            boolean NOT NULL,
  attempts        integer NOT NULL,
  created_at      timestamptz NOT NULL,
  sent_at         timestamptz,
  updated_at      timestamptz NOT NULL,
  CONSTRAINT orders_filled_is_all CHECK (state <> 'FILLED' OR filled = quantity)
);
CREATE INDEX idx_orders_created_at ON orders (created_at DESC, id DESC);
CREATE INDEX idx_orders_position ON orders (position_id);
CREATE INDEX idx_orders_working ON orders (portfolio, state, created_at)
  WHERE state IN ('NEW', 'SENT', 'UNKNOWN', 'PARTIALLY_FILLED');
-- Two orders at work to open one position would be two positions.
CREATE UNIQUE INDEX orders_one_entry_at_work ON orders (position_id)
  WHERE side = 'BUY' AND state IN ('NEW', 'SENT', 'UNKNOWN', 'PARTIALLY_FILLED');

ALTER TABLE fills
  ADD COLUMN number          integer,
  ADD COLUMN client_order_id text REFERENCES orders (client_order_id),
  ADD COLUMN execution_id    text,
  ADD COLUMN late            boolean NOT NULL DEFAULT false,
  ADD COLUMN realized        numeric(16, 2) NOT NULL DEFAULT 0;
UPDATE fills f SET number = n.number
  FROM (SELECT id, row_number() OVER (PARTITION BY position_id ORDER BY at, side) AS number
        FROM fills) n
  WHERE n.id = f.id;
-- Until here a position was bought and sold whole.
UPDATE fills f SET realized = round(
    CASE f.side WHEN 'BUY' THEN 0 ELSE (f.price - p.entry_price) * f.quantity * 100 END
    - f.commission - f.fee, 2)
  FROM positions p WHERE p.id = f.position_id;
ALTER TABLE fills
  ALTER COLUMN number SET NOT NULL,
  ADD CONSTRAINT fills_number UNIQUE (position_id, number),
  ADD CONSTRAINT fills_once UNIQUE (client_order_id, execution_id);
CREATE INDEX idx_fills_at ON fills (at);

ALTER TABLE positions
  ADD COLUMN mark_bid     numeric(12, 4),
  ADD COLUMN mark_ask     numeric(12, 4),
  ADD COLUMN marked_at    timestamptz,
  ADD COLUMN best_price   numeric(12, 4),
  ADD COLUMN hold_reasons text;
UPDATE positions SET mark_bid = current_price, mark_ask = current_price,
  marked_at = coalesce(closed_at, opened_at), best_price = current_price;
ALTER TABLE positions
  ALTER COLUMN mark_bid SET NOT NULL,
  ALTER COLUMN mark_ask SET NOT NULL,
  ALTER COLUMN marked_at SET NOT NULL,
  ALTER COLUMN best_price SET NOT NULL;

CREATE TABLE marks (
  position_id uuid NOT NULL REFERENCES positions (id),
  at          timestamptz NOT NULL,
  bid         numeric(12, 4) NOT NULL CHECK (bid >= 0),
  ask         numeric(12, 4) NOT NULL CHECK (ask >= bid),
  basis       text NOT NULL,
  PRIMARY KEY (position_id, at, basis)
);

CREATE TABLE quotes (
  occ_symbol  text PRIMARY KEY,
  bid         numeric(12, 4) NOT NULL CHECK (bid >= 0),
  ask         numeric(12, 4) NOT NULL CHECK (ask >= bid),
  last        numeric(12, 4),
  at          timestamptz NOT NULL,
  received_at timestamptz NOT NULL
);

-- An exit is decided for a position, as often as there is reason to; decisions hold one row for a
-- signal.
CREATE TABLE exit_decisions (
  id               uuid PRIMARY KEY,
  position_id      uuid NOT NULL REFERENCES positions (id),
  decision         text NOT NULL CHECK (decision IN ('EXIT', 'HOLD')),
  reason           text,
  contracts        integer NOT NULL CHECK (contracts >= 0),
  price            numeric(12, 4) NOT NULL,
  price_basis      text NOT NULL,
  unrealized_pnl   numeric(16, 2) NOT NULL,
  reasoning        jsonb NOT NULL,
  rules_version    text NOT NULL,
  settings_version text NOT NULL,
  created_at       timestamptz NOT NULL,
  CONSTRAINT exit_decisions_exit_sells CHECK ((decision = 'EXIT') = (contracts > 0)),
  CONSTRAINT exit_decisions_exit_has_reason CHECK (decision = 'HOLD' OR reason IS NOT NULL)
);
CREATE INDEX idx_exit_decisions_position ON exit_decisions (position_id, created_at DESC);

-- The last row is in force. Rows are only ever added.
CREATE TABLE kill_switch (
  id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mode   text NOT NULL CHECK (mode IN ('ACTIVE', 'REDUCING', 'HALTED')),
  reason text NOT NULL,
  by     text NOT NULL,
  at     timestamptz NOT NULL
);

CREATE TABLE risk_overrides (
  id         uuid PRIMARY KEY,
  name       text NOT NULL,
  value      numeric(16, 4) NOT NULL,
  reason     text NOT NULL,
  by         text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL CHECK (expires_at > created_at)
);
CREATE INDEX idx_risk_overrides_expires_at ON risk_overrides (expires_at);

CREATE TABLE risk_violations (
  id        uuid PRIMARY KEY,
  portfolio text NOT NULL,
  signal_id uuid NOT NULL REFERENCES signals (id),
  name      text NOT NULL,
  asked     numeric(20, 4) NOT NULL,
  allowed   numeric(20, 4) NOT NULL,
  at        timestamptz NOT NULL
);
CREATE INDEX idx_risk_violations_at ON risk_violations (portfolio, at DESC);

-- What an option's underlying was settled at.
CREATE TABLE settlements (
  root  text NOT NULL,
  day   date NOT NULL,
  price numeric(14, 4) NOT NULL CHECK (price > 0),
  by    text NOT NULL,
  at    timestamptz NOT NULL,
  PRIMARY KEY (root, day)
);

-- The paper broker's own memory, on its side of the line: nothing else reads it.
CREATE TABLE paper_orders (
  client_order_id text PRIMARY KEY,
  occ_symbol      text NOT NULL,
  side            text NOT NULL,
  quantity        integer NOT NULL,
  limit_price     numeric(12, 4),
  bid             numeric(12, 4) NOT NULL,
  ask             numeric(12, 4) NOT NULL,
  basis           text NOT NULL,
  priced_at       timestamptz NOT NULL,
  arrived_at      timestamptz NOT NULL,
  crossed_bid     numeric(12, 4),
  crossed_ask     numeric(12, 4),
  crossed_at      timestamptz,
  cancelled_at    timestamptz
);
