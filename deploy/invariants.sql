-- What always holds of the book. Every row that this returns is a fault:
--   psql "$DATABASE_URL" -f invariants.sql
-- By hand it looks at everything there is. The service asks it every minute of what is open and what
-- began or ended lately: it puts another time in the place of -infinity.
-- invariant: which rule is broken; subject: where; detail: what was found.
WITH book AS (
  SELECT * FROM positions WHERE NOT is_closed
  UNION ALL
  SELECT * FROM positions WHERE is_closed AND closed_at >= CAST('-infinity' AS timestamptz)
), ordered AS (
  SELECT * FROM orders WHERE created_at >= CAST('-infinity' AS timestamptz)
  UNION ALL
  SELECT * FROM orders WHERE created_at < CAST('-infinity' AS timestamptz)
    AND state IN ('NEW', 'SENT', 'UNKNOWN', 'PARTIALLY_FILLED')
), entered AS (
  SELECT signal_id FROM decisions
  WHERE decision = 'ENTER' AND created_at >= CAST('-infinity' AS timestamptz)
), folded AS (
  SELECT p.id, d.* FROM book p CROSS JOIN LATERAL (
    SELECT coalesce(sum(CASE f.side WHEN 'BUY' THEN f.quantity ELSE -f.quantity END), 0) AS quantity,
           coalesce(sum(CASE f.side WHEN 'BUY' THEN -f.price ELSE f.price END * f.quantity * 100
                        - f.commission - f.fee), 0) AS cash,
           coalesce(sum(f.realized), 0) AS realized,
           count(f.id) AS fills,
           coalesce(max(f.number), 0) AS numbers
    FROM fills f WHERE f.position_id = p.id) d
)
SELECT 'quantity is what was bought less what was sold' AS invariant, CAST(p.id AS text) AS subject,
       p.quantity || ', fills give ' || d.quantity AS detail
  FROM book p JOIN folded d USING (id) WHERE p.quantity <> d.quantity
UNION ALL
SELECT 'realized profit is cash and cost of what is open', CAST(p.id AS text),
       p.realized_pnl || ', fills give ' || round(d.cash + p.entry_price * p.quantity * 100, 2)
  FROM book p JOIN folded d USING (id)
  WHERE p.realized_pnl <> round(d.cash + p.entry_price * p.quantity * 100, 2)
UNION ALL
SELECT 'each fill knows what it realized', CAST(p.id AS text), p.realized_pnl || ', fills say ' || d.realized
  FROM book p JOIN folded d USING (id) WHERE p.realized_pnl <> d.realized
UNION ALL
SELECT 'unrealized profit is the mark less the entry', CAST(id AS text),
       unrealized_pnl || ' at ' || current_price
  FROM book
  WHERE unrealized_pnl <> round((current_price - entry_price) * quantity * 100, 2)
UNION ALL
SELECT 'a mark is the middle of its bid and ask', CAST(id AS text),
       current_price || ' of ' || mark_bid || ' / ' || mark_ask
  FROM book WHERE current_price <> round((mark_bid + mark_ask) / 2, 4)
UNION ALL
SELECT 'fills are numbered without a gap', CAST(p.id AS text), d.fills || ' fills, last is ' || d.numbers
  FROM book p JOIN folded d USING (id) WHERE d.fills <> d.numbers OR d.fills = 0
UNION ALL
SELECT 'a position that is closed says when and why', CAST(id AS text), coalesce(exit_reason, 'no reason')
  FROM book WHERE is_closed <> (exit_reason IS NOT NULL)
UNION ALL
SELECT 'an order is filled by its fills', o.client_order_id,
       o.filled || ', fills give ' || d.quantity
  FROM ordered o CROSS JOIN LATERAL (
    SELECT coalesce(sum(f.quantity), 0) AS quantity FROM fills f
    WHERE f.client_order_id = o.client_order_id) d
  WHERE o.filled <> d.quantity
UNION ALL
SELECT 'fills and their order are of one side and position', CAST(f.id AS text), o.client_order_id
  FROM ordered o CROSS JOIN LATERAL (
    SELECT f.id FROM fills f WHERE f.client_order_id = o.client_order_id
      AND (f.side <> o.side OR f.position_id <> o.position_id) OFFSET 0) f
UNION ALL
SELECT 'no more is on order to be sold than is open', CAST(p.id AS text),
       sum(o.quantity - o.filled) || ' of ' || p.quantity
  FROM ordered o JOIN positions p ON p.id = o.position_id
  WHERE o.side = 'SELL' AND o.state IN ('NEW', 'SENT', 'UNKNOWN', 'PARTIALLY_FILLED')
  GROUP BY p.id, p.quantity HAVING sum(o.quantity - o.filled) > p.quantity
UNION ALL
SELECT 'a signal was entered at most once', CAST(signal_id AS text), count(*) || ' entry decisions'
  FROM entered GROUP BY signal_id HAVING count(*) > 1
UNION ALL
SELECT 'a position belongs to a signal that was entered', CAST(p.id AS text), d.decision
  FROM book p JOIN decisions d ON d.signal_id = p.signal_id
  WHERE d.decision <> 'ENTER'
UNION ALL
SELECT 'a signal that was entered has its order', CAST(d.signal_id AS text), 'no order'
  FROM entered d
  -- OFFSET 0: one look by the index for each, not all orders at once for a day's entries.
  WHERE NOT EXISTS (SELECT FROM orders o WHERE o.client_order_id = 'swe-' || d.signal_id OFFSET 0)
    -- Before there were orders, a decision opened its position itself.
    AND NOT EXISTS (SELECT FROM positions p JOIN fills f ON f.position_id = p.id
                    WHERE p.signal_id = d.signal_id AND f.client_order_id IS NULL OFFSET 0)
UNION ALL
SELECT 'the kill switch lets no entry wait', o.client_order_id, o.state
  FROM ordered o
  WHERE o.side = 'BUY' AND o.state = 'NEW' AND o.cancel_reason IS NULL
    AND (SELECT mode FROM kill_switch ORDER BY id DESC LIMIT 1) <> 'ACTIVE'
ORDER BY 1, 2;
