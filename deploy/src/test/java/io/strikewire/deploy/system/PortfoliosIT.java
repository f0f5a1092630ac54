package io.strikewire.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Portfolios do not wait for one another. */
@ExtendWith(SharedStrikewire.class)
class PortfoliosIT {

  private static final String LOCK = "hashtextextended('strikewire/stuck', 0)";

  private final Alerts alerts;
  private final RawRequests raw;

  PortfoliosIT(Alerts alerts) {
    this.alerts = alerts;
    this.raw = new RawRequests(alerts.strikewire());
  }

  @Test
  void a_portfolio_whose_turn_waits_for_a_lock_keeps_no_other_waiting() throws Exception {
    String stuck = token("stuck");
    String free = token("free");
    try (Connection keeper = DriverManager.getConnection(alerts.strikewire().jdbcUrl());
        Connection holder = DriverManager.getConnection(alerts.strikewire().jdbcUrl());
        Statement keep = keeper.createStatement();
        Statement hold = holder.createStatement()) {
      keep.execute("SELECT pg_advisory_lock(" + LOCK + ")");
      String waiting = send(stuck);
      holder.setAutoCommit(false);
      hold.execute("SELECT FROM signals WHERE id = '" + waiting + "' FOR UPDATE");
      keep.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
      Instant since =
          await()
              .atMost(Duration.ofSeconds(20))
              .until(() -> waitsSince(keep), Optional::isPresent)
              .orElseThrow();
      alerts.decided(send(free));
      assertThat(waitsSince(keep)).as("the other turn still waits").contains(since);
      holder.rollback();
      alerts.decided(waiting);
    }
  }

  private String send(String token) throws Exception {
    byte[] alert =
        "{\"symbol\":\"SPY\",\"direction\":\"CALL\",\"timeframe\":\"5m\"}"
            .getBytes(StandardCharsets.UTF_8);
    String said = raw.post("/webhook/" + token, List.of(), alert);
    assertThat(said).contains("\"ACCEPTED\"");
    return said.replaceAll("(?s).*\"correlation_id\":\"([^\"]+)\".*", "$1");
  }

  /** When the statement that waits for the row began. */
  private static Optional<Instant> waitsSince(Statement database) throws Exception {
    try (ResultSet row =
        database.executeQuery(
            "SELECT query_start FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                + " AND query LIKE 'UPDATE signals%'")) {
      return row.next()
          ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
          : Optional.empty();
    }
  }

  private String token(String portfolio) throws Exception {
    Instant expires = Instant.parse(alerts.now()).plusSeconds(9000);
    return SecretAddress.of(portfolio, expires).store(alerts.strikewire().jdbcUrl());
  }
}
