-- Where a context came from, and all else it says: one figure on each line, as name, value, source
-- and time between tabs.
ALTER TABLE context_snapshots
  ADD COLUMN origin  text NOT NULL DEFAULT 'PUSHED' CHECK (origin IN ('PUSHED', 'PULLED')),
  ADD COLUMN source  text NOT NULL DEFAULT 'webhook',
  ADD COLUMN figures text NOT NULL DEFAULT '';

-- History that trend, regime and percentiles are computed from.
CREATE TABLE daily_bars (
  symbol text NOT NULL,
  day    date NOT NULL,
  open   double precision NOT NULL CHECK (open > 0),
  high   double precision NOT NULL CHECK (high >= low),
  low    double precision NOT NULL CHECK (low > 0),
  close  double precision NOT NULL CHECK (close > 0),
  volume double precision NOT NULL DEFAULT 0 CHECK (volume >= 0),
  source text NOT NULL,
  PRIMARY KEY (symbol, day)
);
