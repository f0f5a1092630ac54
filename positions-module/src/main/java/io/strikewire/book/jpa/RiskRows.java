package io.strikewire.book.jpa;

import io.strikewire.book.jpa.EntryTurn.Violated;
import io.strikewire.market.TradingCalendar;
import io.strikewire.position.RiskDesk.LimitOverride;
import io.strikewire.position.RiskDesk.Violation;
import io.strikewire.risk.RiskLimit;
import io.strikewire.risk.RiskLimits;
import io.strikewire.risk.Tally;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.SignalId;
import io.strikewire.signal.Symbol;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** How much of the limits is used, what lifts them, and who ran into them. */
final class RiskRows {

  /** Open positions, and orders that are to open or enlarge one. */
  private static final String EXPOSED =
      """
      (SELECT id AS position, symbol, quantity, entry_price AS price FROM positions
         WHERE NOT is_closed AND portfolio = :portfolio
       UNION ALL
       SELECT position_id, symbol, quantity - filled, ask FROM orders
         WHERE side = 'BUY' AND state IN ('NEW', 'SENT', 'UNKNOWN', 'PARTIALLY_FILLED')
           AND portfolio = :portfolio) e
      """;

  private static final String PROFIT =
      """
      (SELECT coalesce(sum(f.realized), 0) FROM fills f WHERE f.at >= :midnight
         AND (SELECT p.portfolio FROM positions p WHERE p.id = f.position_id) = :portfolio)
      + (SELECT coalesce(sum(unrealized_pnl), 0) FROM positions
           WHERE portfolio = :portfolio AND NOT is_closed)
      """;

  /** A row for each symbol, or one without a symbol when nothing is open or on order. */
  private static final String USE =
      """
      SELECT used.*, day.* FROM (
        SELECT %s AS profit,
          (SELECT count(*) FROM orders
           WHERE portfolio = :portfolio AND side = 'BUY' AND created_at > :lately) AS placed) day
      LEFT JOIN (
        SELECT symbol, sum(quantity) AS contracts, sum(quantity * price * 100) AS exposure,
          count(DISTINCT position) AS positions
        FROM %s GROUP BY symbol) used ON true
      """
          .formatted(PROFIT, EXPOSED);

  private final EntityManager rows;

  RiskRows(EntityManager rows) {
    this.rows = rows;
  }

  /** What is used of all limits, of whatever symbol. */
  Tally tally(Portfolio portfolio, Instant now) {
    List<Tuple> used =
        Sql.of(rows, USE)
            .with("portfolio", portfolio.name())
            .with("midnight", midnight(now))
            .with("lately", now.minus(Duration.ofMinutes(1)))
            .rows()
            .toList();
    Map<Symbol, Integer> contracts = new HashMap<>();
    BigDecimal exposure = BigDecimal.ZERO;
    int positions = 0;
    for (Tuple row : used) {
      if (row.get("symbol") != null) {
        contracts.put(new Symbol(row.get("symbol", String.class)), whole(row, "contracts"));
        exposure = exposure.add(row.get("exposure", BigDecimal.class));
        positions += whole(row, "positions");
      }
    }
    Tuple day = used.get(0);
    return new Tally(
        contracts,
        new RiskLimits.Use(
            0, exposure, positions, day.get("profit", BigDecimal.class), whole(day, "placed")));
  }

  private static int whole(Tuple row, String name) {
    return row.get(name, Number.class).intValue();
  }

  /** Contracts of the largest position, with what is on order for it. */
  BigDecimal largestPosition(Portfolio portfolio) {
    return largest("position", portfolio);
  }

  /** Contracts in the underlying that has most of them. */
  BigDecimal largestSymbol(Portfolio portfolio) {
    return largest("symbol", portfolio);
  }

  private BigDecimal largest(String of, Portfolio portfolio) {
    return Sql.of(
            rows,
            "SELECT CAST(coalesce(max(n), 0) AS numeric) FROM (SELECT sum(quantity) AS n FROM "
                + EXPOSED
                + " GROUP BY "
                + of
                + ") s")
        .with("portfolio", portfolio.name())
        .value(BigDecimal.class)
        .orElseThrow();
  }

  BigDecimal exposure(Portfolio portfolio) {
    return Sql.of(rows, "SELECT coalesce(sum(quantity * price * 100), 0) FROM " + EXPOSED)
        .with("portfolio", portfolio.name())
        .value(BigDecimal.class)
        .orElseThrow();
  }

  /** USD realized since midnight in New York, and unrealized in what is open. */
  BigDecimal profitToday(Portfolio portfolio, Instant now) {
    return Sql.of(rows, "SELECT " + PROFIT)
        .with("portfolio", portfolio.name())
        .with("midnight", midnight(now))
        .value(BigDecimal.class)
        .orElseThrow();
  }

  private static Instant midnight(Instant now) {
    return now.atZone(TradingCalendar.NEW_YORK)
        .toLocalDate()
        .atStartOfDay(TradingCalendar.NEW_YORK)
        .toInstant();
  }

  /** Overrides in force, the newest for each limit last. */
  List<LimitOverride> overrides(Instant now) {
    return Sql.of(
            rows,
            """
            SELECT name, value, reason, by, created_at, expires_at FROM risk_overrides
            WHERE expires_at > :now AND created_at <= :now ORDER BY created_at, id
            """)
        .with("now", now)
        .rows()
        .map(
            row ->
                new LimitOverride(
                    row.get("name", String.class),
                    row.get("value", BigDecimal.class),
                    row.get("reason", String.class),
                    row.get("by", String.class),
                    row.get("created_at", Instant.class),
                    row.get("expires_at", Instant.class)))
        .toList();
  }

  /** The limits in force: the configured ones with the overrides over them. */
  RiskLimits inForce(RiskLimits configured, Instant now) {
    Map<RiskLimit, BigDecimal> lifted = new EnumMap<>(RiskLimit.class);
    overrides(now)
        .forEach(
            override ->
                RiskLimit.named(override.name())
                    .ifPresent(limit -> lifted.put(limit, override.limit())));
    return configured.with(lifted);
  }

  void add(LimitOverride override) {
    Sql.of(
            rows,
            """
            INSERT INTO risk_overrides (id, name, value, reason, by, created_at, expires_at)
            VALUES (:id, :name, :value, :reason, :by, :from, :until)
            """)
        .with("id", name("override:" + override))
        .with("name", override.name())
        .with("value", override.limit())
        .with("reason", override.reason())
        .with("by", override.by())
        .with("from", override.from())
        .with("until", override.until())
        .run();
  }

  void violated(Portfolio portfolio, List<Violated> violations) {
    Sql.of(
            rows,
            """
            INSERT INTO risk_violations (id, portfolio, signal_id, name, asked, allowed, at)
            SELECT v.id, :portfolio, v.signal, v.name, CAST(v.asked AS numeric),
              CAST(v.allowed AS numeric), CAST(v.at AS timestamptz)
            FROM unnest(:ids, :signals, :names, :asked, :allowed, :at)
              AS v (id, signal, name, asked, allowed, at)
            """)
        .with("portfolio", portfolio.name())
        .with("ids", column(violations, UUID.class, it -> name("violation:" + it.signal())))
        .with("signals", column(violations, UUID.class, it -> it.signal().value()))
        .with("names", column(violations, String.class, it -> it.judgement().limit().label()))
        .with("asked", column(violations, String.class, it -> text(it.judgement().asked())))
        .with("allowed", column(violations, String.class, it -> text(it.judgement().allowed())))
        .with("at", column(violations, String.class, it -> it.at().toString()))
        .run();
  }

  @SuppressWarnings("unchecked")
  private static <T> T[] column(List<Violated> rows, Class<T> type, Function<Violated, T> value) {
    return rows.stream().map(value).toArray(size -> (T[]) Array.newInstance(type, size));
  }

  private static String text(BigDecimal amount) {
    return amount.toPlainString();
  }

  List<Violation> violations(Portfolio portfolio) {
    return Sql.of(
            rows,
            """
            SELECT name, asked, allowed, signal_id, at FROM risk_violations
            WHERE portfolio = :portfolio ORDER BY at DESC LIMIT 100
            """)
        .with("portfolio", portfolio.name())
        .rows()
        .map(
            row ->
                new Violation(
                    row.get("name", String.class),
                    row.get("asked", BigDecimal.class),
                    row.get("allowed", BigDecimal.class),
                    Optional.of(new SignalId(row.get("signal_id", UUID.class))),
                    row.get("at", Instant.class)))
        .toList();
  }

  private static UUID name(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
