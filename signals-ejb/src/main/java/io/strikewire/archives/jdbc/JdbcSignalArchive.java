package io.strikewire.archives.jdbc;

import io.strikewire.archive.Page;
import io.strikewire.archive.PageRequest;
import io.strikewire.archive.SignalArchive;
import io.strikewire.archive.StoredDecision;
import io.strikewire.archive.StoredError;
import io.strikewire.archive.StoredSignal;
import io.strikewire.signal.SignalId;
import io.strikewire.signal.Symbol;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** Plain queries straight into records. */
@ApplicationScoped
public class JdbcSignalArchive implements SignalArchive {

  private static final String SIGNALS =
      "SELECT s.*, coalesce((SELECT max(d.repeats) FROM deliveries d WHERE d.signal_id = s.id"
          + " AND d.repeats > 0), 0) AS repeats FROM signals s";

  private static final String DECISIONS = "SELECT d.* FROM decisions d";

  private static final String DECISIONS_OF_SYMBOL =
      "SELECT d.* FROM signals s JOIN decisions d ON d.signal_id = s.id";

  private static final String ERRORS =
      "SELECT e.* FROM processing_errors e LEFT JOIN signals s ON s.id = e.signal_id";

  private static final String TOTALS =
      """
      SELECT kind, code, count, NULL::timestamptz AS at FROM signal_totals
      UNION ALL SELECT 'PENDING', '', count(*), min(created_at) FROM signals
                WHERE status = 'RECEIVED'
      UNION ALL (SELECT 'NEWEST', '', 0, created_at FROM signals ORDER BY created_at DESC LIMIT 1)
      """;

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  @Override
  public Page<StoredSignal> signals(PageRequest request) {
    PageQuery query = new PageQuery(SIGNALS, "s", request);
    request.status().ifPresent(status -> query.and(Rarely.status("s.status = ?", status), status));
    request.symbol().ifPresent(symbol -> query.and("s.symbol = ?", symbol.ticker()));
    return read(
        connection ->
            query.run(
                connection, row -> StoredRows.signal(row, false), signal -> signal.id().value()));
  }

  @Override
  public Optional<StoredSignal> signal(SignalId id) {
    return read(
        connection ->
            one(connection, SIGNALS + " WHERE s.id = ?", id, row -> StoredRows.signal(row, true)));
  }

  /** Those of a symbol go by their signals' times: an index has them in that order. */
  @Override
  public Page<StoredDecision> decisions(PageRequest request) {
    Optional<Symbol> symbol = request.symbol();
    PageQuery query =
        symbol.isPresent()
            ? new PageQuery(DECISIONS_OF_SYMBOL, "s", request)
            : new PageQuery(DECISIONS, "d", request);
    request.status().ifPresent(kind -> query.and(Rarely.decision("d.decision = ?", kind), kind));
    symbol.ifPresent(known -> query.and("s.symbol = ?", known.ticker()));
    Function<StoredDecision, UUID> key =
        symbol.isPresent() ? decision -> decision.signalId().value() : StoredDecision::id;
    return read(connection -> query.run(connection, StoredRows::decision, key));
  }

  @Override
  public Optional<StoredDecision> decisionOn(SignalId id) {
    return read(
        connection ->
            one(connection, DECISIONS + " WHERE d.signal_id = ?", id, StoredRows::decision));
  }

  @Override
  public Page<StoredError> errors(PageRequest request) {
    PageQuery query = new PageQuery(ERRORS, "e", request);
    request
        .status()
        .ifPresent(status -> query.and(status.equals("DEAD") ? "e.dead" : "NOT e.dead"));
    request.symbol().ifPresent(symbol -> query.and("s.symbol = ?", symbol.ticker()));
    return read(connection -> query.run(connection, StoredRows::error, StoredError::id));
  }

  @Override
  public SignalTotals totals() {
    return read(JdbcSignalArchive::totals);
  }

  private static SignalTotals totals(Connection connection) throws SQLException {
    Map<String, Long> decided = new TreeMap<>();
    Map<String, Long> rejected = new TreeMap<>();
    Map<String, Long> other = new TreeMap<>();
    Map<String, Instant> times = new TreeMap<>();
    try (PreparedStatement query = connection.prepareStatement(TOTALS);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        String kind = rows.getString(1);
        switch (kind) {
          case "DECIDED" -> decided.put(rows.getString(2), rows.getLong(3));
          case "REJECTED" -> rejected.put(rows.getString(2), rows.getLong(3));
          default -> {
            other.put(kind, rows.getLong(3));
            StoredRows.time(rows, "at").ifPresent(at -> times.put(kind, at));
          }
        }
      }
    }
    long pending = other.getOrDefault("PENDING", 0L);
    long dead = other.getOrDefault("DEAD", 0L);
    long all = decided.values().stream().mapToLong(Long::longValue).sum();
    return new SignalTotals(
        all + pending + dead,
        pending,
        dead,
        other.getOrDefault("REPEATED", 0L),
        decided,
        rejected,
        Optional.ofNullable(times.get("PENDING")),
        Optional.ofNullable(times.get("NEWEST")));
  }

  private static <T> Optional<T> one(
      Connection connection, String sql, SignalId id, PageQuery.Row<T> row) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setObject(1, id.value());
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
      }
    }
  }

  private <T> T read(Query<T> query) {
    try (Connection connection = database.getConnection()) {
      return query.run(connection);
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot read the archive", broken);
    }
  }

  private interface Query<T> {
    T run(Connection connection) throws SQLException;
  }
}
