-- Every change of how well the service is supplied with market data; the last row is in force.
CREATE TABLE market_data_modes (
  id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mode  text NOT NULL CHECK (mode IN ('NORMAL', 'DEGRADED')),
  why   text NOT NULL,
  since timestamptz NOT NULL
);
