-- Validation compares a signal with the latest of each source and bar size of its symbol.
CREATE INDEX idx_signals_peers ON signals (portfolio, symbol, timestamp DESC)
  WHERE direction IS NOT NULL;
