-- What a service with a million signals behind it is asked, without going through all of them. Where
-- nearly all rows have one value, only the others are in the index: whoever asks says so.
CREATE INDEX idx_signals_symbol ON signals (symbol, created_at DESC, id DESC);
CREATE INDEX idx_signals_status ON signals (status, created_at DESC, id DESC)
  WHERE status NOT IN ('RECEIVED', 'REJECTED');
CREATE INDEX idx_decisions_kind ON decisions (decision, created_at DESC, id DESC)
  WHERE decision <> 'REJECT';
CREATE INDEX idx_processing_errors_dead ON processing_errors (created_at DESC, id DESC) WHERE dead;
CREATE INDEX idx_audit_log_action ON audit_log (action, at)
  WHERE action NOT IN ('SIGNAL', 'DECISION');
CREATE INDEX idx_orders_symbol ON orders (symbol, created_at DESC, id DESC);
CREATE INDEX idx_positions_symbol ON positions (symbol, opened_at DESC, id DESC);
-- Positions that ended lately are checked against their fills.
CREATE INDEX idx_positions_closed_at ON positions (closed_at) WHERE is_closed;
CREATE INDEX idx_gex_signals_chain ON gex_signals (chain_id);

-- What all positions realized, kept with each change of one. Changes are made under the portfolio's lock,
-- so nobody waits here who did not wait there.
CREATE TABLE position_totals (
  portfolio text PRIMARY KEY,
  realized  numeric(20, 2) NOT NULL
) WITH (fillfactor = 50);
INSERT INTO position_totals SELECT portfolio, sum(realized_pnl) FROM positions GROUP BY portfolio;

CREATE FUNCTION position_total() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  whose text := CASE TG_OP WHEN 'DELETE' THEN OLD.portfolio ELSE NEW.portfolio END;
  more  numeric := CASE TG_OP WHEN 'DELETE' THEN 0 ELSE NEW.realized_pnl END
                 - CASE TG_OP WHEN 'INSERT' THEN 0 ELSE OLD.realized_pnl END;
BEGIN
  INSERT INTO position_totals AS t VALUES (whose, more)
    ON CONFLICT (portfolio) DO UPDATE SET realized = t.realized + excluded.realized;
  RETURN NULL;
END
$$;
CREATE TRIGGER total_more AFTER INSERT OR DELETE ON positions
  FOR EACH ROW EXECUTE FUNCTION position_total();
CREATE TRIGGER total_changed AFTER UPDATE OF realized_pnl ON positions
  FOR EACH ROW WHEN (OLD.realized_pnl IS DISTINCT FROM NEW.realized_pnl)
  EXECUTE FUNCTION position_total();
