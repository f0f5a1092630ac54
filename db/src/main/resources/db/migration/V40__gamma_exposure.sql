-- A symbol's newest chain with its quotes in one value, since one large value is written several
-- times faster than many: 36 bytes a quote, big-endian, in strips of one class, expiration and side.
-- A quote is strike in thousandths of a USD, bid and ask in ten-thousandths (integers), implied
-- volatility and gamma (doubles), open interest and volume (integers); NaN or -1 was not given.
-- The arrays describe the strips in order: class, days since 1970-01-01, side, quotes before it.
DROP TABLE option_quotes;
CREATE TABLE chain_quotes (
  chain_id uuid PRIMARY KEY REFERENCES option_chains (id) ON DELETE CASCADE,
  quotes   bytea NOT NULL,
  roots    text[] NOT NULL,
  days     integer[] NOT NULL,
  sides    text[] NOT NULL,
  firsts   integer[] NOT NULL,
  counts   integer[] NOT NULL
);
-- Not compressed: that would take longer than it saves, and parts of it could not be read alone.
ALTER TABLE chain_quotes ALTER COLUMN quotes SET STORAGE EXTERNAL;

-- Rows of the file that are not in the chain.
ALTER TABLE option_chains
  ADD COLUMN expired  integer NOT NULL DEFAULT 0,
  ADD COLUMN adjusted integer NOT NULL DEFAULT 0,
  ADD COLUMN repeated integer NOT NULL DEFAULT 0;

-- One signal for each horizon of expirations; ALL carries the chain's own id.
ALTER TABLE gex_signals
  ADD COLUMN horizon text NOT NULL DEFAULT 'ALL' CHECK (horizon IN ('INTRADAY', 'WEEK', 'ALL')),
  ADD COLUMN flip text CHECK (flip IN ('TO_LONG_GAMMA', 'TO_SHORT_GAMMA'));
UPDATE gex_signals SET sign = 'LONG_CALLS_SHORT_PUTS';
DROP INDEX idx_gex_signals_latest;
CREATE INDEX idx_gex_signals_latest ON gex_signals (symbol, horizon, as_of DESC, created_at DESC, id DESC);

-- The rest of a profile.
CREATE TABLE gex_profiles (
  chain_id               uuid PRIMARY KEY REFERENCES option_chains (id) ON DELETE CASCADE,
  regime                 text NOT NULL CHECK (regime IN ('DAMPENING', 'AMPLIFYING', 'UNCERTAIN')),
  net_low                double precision NOT NULL,
  net_high               double precision NOT NULL,
  zero_gamma_low         double precision,
  zero_gamma_high        double precision,
  open_interest_date     date NOT NULL,
  max_pain               numeric(12, 3),
  put_call_volume        double precision,
  put_call_open_interest double precision,
  vanna                  double precision NOT NULL,
  charm                  double precision NOT NULL,
  expected_move          double precision,
  expected_move_until    date,
  expected_move_basis    text,
  empty_open_interest    integer NOT NULL,
  zero_volatility        integer NOT NULL,
  implied_volatility     integer NOT NULL,
  modelled_gamma         integer NOT NULL,
  crossed_quotes         integer NOT NULL,
  strikes                integer[] NOT NULL,
  strike_calls           double precision[] NOT NULL,
  strike_puts            double precision[] NOT NULL,
  strike_call_interest   double precision[] NOT NULL,
  strike_put_interest    double precision[] NOT NULL,
  expirations            integer[] NOT NULL,
  settlements            text[] NOT NULL,
  expiry_calls           double precision[] NOT NULL,
  expiry_puts            double precision[] NOT NULL,
  expiry_interest        double precision[] NOT NULL,
  expiry_pain            integer[] NOT NULL
);
COMMENT ON COLUMN gex_profiles.expirations IS 'days since 1970-01-01';
COMMENT ON COLUMN gex_profiles.expiry_pain IS 'thousandths of a USD; 0 without open interest';
