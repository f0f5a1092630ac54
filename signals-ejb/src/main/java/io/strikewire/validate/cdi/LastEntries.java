package io.strikewire.validate.cdi;

import io.strikewire.normalize.cdi.Interpreter;
import io.strikewire.pipeline.cdi.TransactionMemory;
import io.strikewire.pipeline.jdbc.Columns;
import io.strikewire.runner.BatchEvent;
import io.strikewire.runner.Journey;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.Signal;
import io.strikewire.signal.Symbol;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** When a symbol and side last entered: read from the signals that did, so it survives restarts. */
@ApplicationScoped
public class LastEntries {

  private static final String QUERY =
      """
      SELECT asked.symbol, asked.direction, entered.decided_at
      FROM unnest(?::text[], ?::text[]) AS asked (symbol, direction)
      CROSS JOIN LATERAL (
        SELECT decided_at FROM signals s
        WHERE portfolio = ? AND s.symbol = asked.symbol AND s.direction = asked.direction
          AND status = 'ACCEPTED'
        ORDER BY decided_at DESC LIMIT 1) entered
      """;

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  @Inject private TransactionMemory memory;
  @Inject private Interpreter interpreter;

  /** A symbol and side of a portfolio. */
  private record Kind(Portfolio portfolio, Symbol symbol, Direction side) {
    static Kind of(Signal entry) {
      return new Kind(entry.portfolio(), entry.symbol(), entry.intent().side().orElseThrow());
    }
  }

  /** What is known in this transaction. */
  private static final class Known {
    private final Map<Kind, Optional<Instant>> entries = new HashMap<>();
  }

  Optional<Instant> like(Signal signal) {
    return signal
        .intent()
        .side()
        .map(side -> Kind.of(signal))
        .flatMap(
            kind ->
                known()
                    .entries
                    .computeIfAbsent(
                        kind, unread -> Optional.ofNullable(read(Set.of(unread)).get(unread))));
  }

  /** Reads for all signals of a batch at once. */
  void on(@Observes BatchEvent.Begun begun) {
    Set<Kind> kinds =
        interpreter.entries(begun.signals()).stream().map(Kind::of).collect(Collectors.toSet());
    if (!kinds.isEmpty()) {
      Map<Kind, Instant> read = read(kinds);
      Known known = known();
      kinds.forEach(kind -> known.entries.put(kind, Optional.ofNullable(read.get(kind))));
    }
  }

  /** An entry that is decided and not yet written counts for those that follow. */
  void on(@Observes BatchEvent.Settled settled) {
    Journey journey = settled.journey();
    journey
        .entered()
        .filter(entered -> journey.status().equals("ACCEPTED"))
        .ifPresent(entered -> remember(entered.signal(), entered.decision().at()));
  }

  private void remember(Signal signal, Instant at) {
    known().entries.put(Kind.of(signal), Optional.of(at));
  }

  private Known known() {
    return memory.of(Known.class, Known::new);
  }

  /** Of kinds of one portfolio. */
  private Map<Kind, Instant> read(Set<Kind> kinds) {
    Portfolio portfolio = kinds.iterator().next().portfolio();
    Map<Kind, Instant> entries = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(QUERY)) {
      Columns<Kind> columns = new Columns<>(connection, kinds);
      query.setArray(1, columns.texts(kind -> kind.symbol().ticker()));
      query.setArray(2, columns.texts(kind -> kind.side().name()));
      query.setString(3, portfolio.name());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          entries.put(
              new Kind(
                  portfolio,
                  new Symbol(rows.getString("symbol")),
                  Direction.valueOf(rows.getString("direction"))),
              rows.getObject("decided_at", OffsetDateTime.class).toInstant());
        }
      }
      return entries;
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot read the last entries of " + portfolio, broken);
    }
  }
}
