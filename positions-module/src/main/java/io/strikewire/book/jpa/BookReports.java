package io.strikewire.book.jpa;

import io.strikewire.exit.ExitGrounds;
import io.strikewire.market.TradingCalendar;
import io.strikewire.option.OptionContract;
import io.strikewire.performance.ClosedTrade;
import io.strikewire.position.ExitRecord;
import io.strikewire.position.Market;
import io.strikewire.position.Position;
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
      SELECT id, decision, reason, priority, contracts, price, price_basis, unrealized_pnl,
        rules_version, settings_version, created_at,
        ARRAY(SELECT key FROM jsonb_each_text(inputs) ORDER BY key) AS inputs,
        ARRAY(SELECT value FROM jsonb_each_text(inputs) ORDER BY key) AS "values",
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

  /** Each with its counterfactual, computed now from what it was decided on. */
  List<ExitRecord> exits(Position position, TradingCalendar calendar) {
    return tuples(EXITS, Map.of("position", position.id()))
        .map(row -> exit(row, position.contract(), calendar))
        .toList();
  }

  private static ExitRecord exit(Tuple row, OptionContract contract, TradingCalendar calendar) {
    Map<String, String> inputs = inputs(row);
    return new ExitRecord(
        row.get("id", UUID.class),
        row.get("decision", String.class),
        Optional.ofNullable(row.get("reason", String.class)),
        Optional.ofNullable(row.get("priority", Integer.class)),
        row.get("contracts", Number.class).intValue(),
        List.of(row.get("reasoning", String[].class)),
        new ExitRecord.Value(
            row.get("price", BigDecimal.class),
            row.get("price_basis", String.class),
            row.get("unrealized_pnl", BigDecimal.class)),
        inputs,
        ExitGrounds.kept(inputs).counterfactual(contract, calendar),
        row.get("rules_version", String.class),
        row.get("settings_version", String.class),
        row.get("created_at", Instant.class));
  }

  private static Map<String, String> inputs(Tuple row) {
    String[] names = row.get("inputs", String[].class);
    String[] values = row.get("values", String[].class);
    Map<String, String> inputs = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      inputs.put(names[i], values[i]);
    }
    return inputs;
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
