package io.strikewire.validate.cdi;

import io.strikewire.pipeline.cdi.TransactionMemory;
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
import javax.sql.DataSource;

/** When a symbol and side last entered: read from the signals that did, so it survives restarts. */
@ApplicationScoped
public class LastEntries {

  private static final String QUERY =
      """
      SELECT decided_at FROM signals
      WHERE portfolio = ? AND symbol = ? AND direction = ? AND status = 'ACCEPTED'
      ORDER BY decided_at DESC LIMIT 1
      """;

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  @Inject private TransactionMemory memory;

  /** A symbol and side of a portfolio. */
  private record Kind(Portfolio portfolio, Symbol symbol, Direction side) {}

  /** What is known in this transaction. */
  private static final class Known {
    private final Map<Kind, Optional<Instant>> entries = new HashMap<>();
  }

  Optional<Instant> like(Signal signal) {
    return signal
        .intent()
        .side()
        .map(side -> new Kind(signal.portfolio(), signal.symbol(), side))
        .flatMap(kind -> known().entries.computeIfAbsent(kind, this::read));
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
    Direction side = signal.intent().side().orElseThrow();
    known().entries.put(new Kind(signal.portfolio(), signal.symbol(), side), Optional.of(at));
  }

  private Known known() {
    return memory.of(Known.class, Known::new);
  }

  private Optional<Instant> read(Kind kind) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(QUERY)) {
      query.setString(1, kind.portfolio().name());
      query.setString(2, kind.symbol().ticker());
      query.setString(3, kind.side().name());
      try (ResultSet rows = query.executeQuery()) {
        return rows.next()
            ? Optional.of(rows.getObject(1, OffsetDateTime.class).toInstant())
            : Optional.empty();
      }
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot read the last entry of " + kind, broken);
    }
  }
}
