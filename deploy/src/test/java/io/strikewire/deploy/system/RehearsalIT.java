package io.strikewire.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test signal takes the whole route, is never traded, and leaves nothing to anyone else. */
@ExtendWith(SharedStrikewire.class)
class RehearsalIT {

  private static final String SYMBOL = "RHRS";

  private final Alerts alerts;
  private final RunningStrikewire strikewire;

  RehearsalIT(Alerts alerts) {
    this.alerts = alerts;
    this.strikewire = alerts.strikewire();
  }

  @Test
  void a_test_signal_passes_every_stage_and_the_same_real_alert_is_still_entered()
      throws Exception {
    alerts.report(14.8);
    int decided = decidedSignals();
    String premium = ",\"premium\":4.2";
    String old = Alerts.entryAt(SYMBOL, "2024-01-29T12:00:00Z", premium + ",\"test\":true");
    JsonPath test = alerts.decided(alerts.accepted(old));

    assertThat(test.getString("status")).isEqualTo("REJECTED");
    assertThat(test.getString("decision.rejection")).isEqualTo("TEST_SIGNAL");
    assertThat(test.getList("route.stage", String.class))
        .containsExactly("RECEIVE", "NORMALIZE", "VALIDATE", "DEDUPLICATE", "ENRICH", "DECIDE");
    assertThat(test.getList("decision.reasoning", String.class))
        .anyMatch(word -> word.startsWith("MARKET_HOURS PASS"))
        .anyMatch(word -> word.startsWith("DUPLICATE PASS"))
        .last()
        .asString()
        .contains("a test is never traded", "ENTER");
    assertThat(test.getMap("decision.calculations")).containsKey("finalConfidence");
    assertThat(Duration.between(time(test, "timestamp"), time(test, "created_at")))
        .as("stamped with the server's time")
        .isLessThan(Duration.ofSeconds(1));
    assertThat(test.getString("position_id")).isNull();
    assertThat(decidedSignals()).as("counted in no rate").isEqualTo(decided);

    JsonPath again = alerts.decided(alerts.accepted(old.replace("4.2", "4.20")));
    assertThat(again.getString("decision.rejection")).isEqualTo("TEST_SIGNAL");
    JsonPath real = alerts.decided(alerts.accepted(alerts.entry(SYMBOL, premium)));
    assertThat(real.getString("decision.decision"))
        .as("no cooldown, no fingerprint, no opinion is left behind: " + real.prettify())
        .isEqualTo("ENTER");
    assertNothingIsHeldBy(test.getString("id"));
  }

  private int decidedSignals() throws Exception {
    return JsonPath.from(strikewire.get("/metrics/signals").body()).getInt("totalSignals");
  }

  private static Instant time(JsonPath signal, String field) {
    return Instant.parse(signal.getString(field));
  }

  private void assertNothingIsHeldBy(String id) throws Exception {
    try (Connection database = DriverManager.getConnection(strikewire.jdbcUrl());
        Statement query = database.createStatement();
        ResultSet row =
            query.executeQuery(
                "SELECT (SELECT count(*) FROM fingerprints WHERE signal_id = '%1$s') + "
                        .formatted(id)
                    + "(SELECT count(*) FROM orders WHERE signal_id = '%1$s')".formatted(id))) {
      row.next();
      assertThat(row.getInt(1)).isZero();
    }
  }
}
