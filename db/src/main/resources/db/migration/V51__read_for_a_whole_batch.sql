-- Confluence goes from one source and bar size of a symbol to the next, and asks each for its last word.
-- Only decided signals speak, so an arriving one costs nothing here.
DROP INDEX idx_signals_peers;
CREATE INDEX idx_signals_heard ON signals (portfolio, symbol, source, timeframe, timestamp DESC, id DESC)
  WHERE direction IS NOT NULL AND status IN ('ACCEPTED', 'REJECTED');

-- Which chains list a class: asked for every contract that is to be priced.
CREATE INDEX idx_chain_quotes_roots ON chain_quotes USING gin (roots);
