-- The order in which a portfolio's signals were decided. Arrival numbers of several instances
-- commit out of order; this one is given under the portfolio's lock, and a replay follows it.
ALTER TABLE decisions ADD COLUMN portfolio text, ADD COLUMN sequence bigint;

UPDATE decisions d SET portfolio = o.portfolio, sequence = o.sequence
FROM (SELECT made.id, s.portfolio,
             row_number() OVER (PARTITION BY s.portfolio ORDER BY made.created_at, s.arrival) AS sequence
      FROM decisions made JOIN signals s ON s.id = made.signal_id) o
WHERE o.id = d.id;

ALTER TABLE decisions ALTER COLUMN portfolio SET NOT NULL, ALTER COLUMN sequence SET NOT NULL;
CREATE UNIQUE INDEX decisions_in_order ON decisions (portfolio, sequence);
