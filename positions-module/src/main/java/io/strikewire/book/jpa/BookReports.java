package io.strikewire.book.jpa;

import io.strikewire.performance.ClosedTrade;
import io.strikewire.position.ExitRecord;
import io.strikewire.position.Market;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What readers ask of the book besides its rows. */
final class BookReports {

  private static final String MARKS =
      """
      SELECT bid, ask, basis, at FROM marks WHERE position_id = :position
      ORDER BY at DESC LIMIT 200
      """;

  private static final String EXITS =
      """
      SELECT id, decision, reason, priority, contracts, created_at,
        ARRAY(SELECT (v ->> 'rule') || ' ' || (v ->> 'outcome') || ': ' || (v ->> 'detail')
              FROM jsonb_array_elements(reasoning) AS v) AS reasoning
      FROM exit_decisions WHERE position_id = :position ORDER BY created_at DESC, id LIMIT 200
      """;

  private static final String TRADES =
      """
      SELECT s.source, p.symbol, coalesce(p.exit_reason, '') AS reason, p.realized_pnl
      FROM positions p JOIN signals s ON s.id = p.signal_id WHERE p.is_closed
      ORDER BY p.closed_at, p.id
      """;

  private static final String BY_DAY =
      """
      SELECT CAST(CAST(at AT TIME ZONE 'America/New_York' AS date) AS text) AS day,
             sum(realized) AS realized
      FROM fills GROUP BY 1 ORDER BY 1
      """;

  private final EntityManager rows;

  BookReports(EntityManager rows) {
    this.rows = rows;
  }

  List<Market> marks(UUID position) {
    return tuples(MARKS, Map.of("position", position))
        .map(
            row ->
                new Market(
                    row.get("bid", BigDecimal.class),
                    row.get("ask", BigDecimal.class),
                    row.get("basis", String.class),
                    row.get("at", Instant.class)))
        .toList();
  }

  List<ExitRecord> exits(UUID position) {
    return tuples(EXITS, Map.of("position", position))
        .map(
            row ->
                new ExitRecord(
                    row.get("id", UUID.class),
                    row.get("decision", String.class),
                    Optional.ofNullable(row.get("reason", String.class)),
                    Optional.ofNullable(row.get("priority", Integer.class)),
                    row.get("contracts", Number.class).intValue(),
                    List.of(row.get("reasoning", String[].class)),
                    row.get("created_at", Instant.class)))
        .toList();
  }

  List<ClosedTrade> trades() {
    return tuples(TRADES, Map.of())
        .map(
            row ->
                new ClosedTrade(
                    row.get("source", String.class),
                    row.get("symbol", String.class),
                    row.get("reason", String.class),
                    row.get("realized_pnl", BigDecimal.class)))
        .toList();
  }

  List<BigDecimal> realizedByFill() {
    return rows.createQuery(
            "SELECT f.realized FROM FillRow f ORDER BY f.at, f.positionId, f.number",
            BigDecimal.class)
        .getResultList();
  }

  Map<LocalDate, BigDecimal> realizedByDay() {
    Map<LocalDate, BigDecimal> days = new LinkedHashMap<>();
    tuples(BY_DAY, Map.of())
        .forEach(
            row ->
                days.put(
                    LocalDate.parse(row.get("day", String.class)),
                    row.get("realized", BigDecimal.class)));
    return days;
  }

  private Stream<Tuple> tuples(String sql, Map<String, Object> arguments) {
    Sql query = Sql.of(rows, sql);
    arguments.forEach(query::with);
    return query.rows();
  }
}
