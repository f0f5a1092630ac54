package io.strikewire.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The audit log of a running service, and the command that checks it. */
@ExtendWith(SharedStrikewire.class)
class AuditIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void a_signal_its_decision_its_order_and_its_position_are_on_record(Alerts alerts)
      throws Exception {
    alerts.report(14.8);
    String id = alerts.accepted(alerts.entry("XLU", ",\"premium\":4.2"));
    alerts.position(id);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(actions(alerts, "signal=" + id))
                    .contains("SIGNAL", "DECISION", "ORDER", "FILL", "POSITION"));
    assertThat(actions(alerts, "symbol=XLU&actor=TRADINGVIEW")).containsOnly("SIGNAL");
    assertThat(actions(alerts, "actor=configuration")).containsExactly("SETTINGS");
    assertThat(alerts.strikewire().get("/audit?signal=none&limit=0").statusCode()).isEqualTo(400);
  }

  @Test
  void the_command_finds_the_log_sound_and_names_what_is_changed_in_it(Alerts alerts)
      throws Exception {
    String id = alerts.accepted(alerts.entry("XLK", ""));
    alerts.decided(id);
    await().atMost(PATIENCE).until(() -> actions(alerts, "signal=" + id).size() >= 2);
    RunningStrikewire.Ended sound = verify(alerts);
    assertThat(sound.code()).as(sound.said()).isZero();
    assertThat(sound.said()).contains("chain main:", "the audit log is sound");

    JsonPath record = JsonPath.from(alerts.strikewire().get("/audit?signal=" + id).body());
    String place = record.getString("items[0].chain") + "-" + record.getLong("items[0].id");
    String where = " WHERE signal_id = '" + id + "' AND id = " + record.getLong("items[0].id");
    change(alerts, "UPDATE audit_log SET subject = subject || ' '" + where);
    RunningStrikewire.Ended unsound = verify(alerts);
    change(alerts, "UPDATE audit_log SET subject = rtrim(subject)" + where);
    assertThat(unsound.code()).isEqualTo(1);
    assertThat(unsound.said()).contains("ALTERED " + place + ":", "NOT sound");
    assertThat(verify(alerts).code()).isZero();
  }

  @Test
  void who_set_the_kill_switch_is_on_record(Alerts alerts) throws Exception {
    for (String engaged : List.of("true", "false")) {
      byte[] body =
          "{\"engaged\":%s,\"reason\":\"audit\"}"
              .formatted(engaged)
              .getBytes(StandardCharsets.UTF_8);
      assertThat(
              alerts
                  .strikewire()
                  .post("/kill-switch", body, "content-type", "application/json")
                  .statusCode())
          .isEqualTo(200);
    }
    await().atMost(PATIENCE).until(() -> actions(alerts, "action=KILL_SWITCH").size() >= 2);
  }

  private static List<String> actions(Alerts alerts, String query) throws Exception {
    return JsonPath.from(alerts.strikewire().get("/audit?" + query).body())
        .getList("items.action", String.class);
  }

  private static RunningStrikewire.Ended verify(Alerts alerts) throws Exception {
    return RunningStrikewire.run(
        Map.of(), "verify-audit", "--data", alerts.strikewire().data().toString());
  }

  private static void change(Alerts alerts, String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection(alerts.strikewire().jdbcUrl());
        Statement statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica");
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(sql, failed);
    }
  }
}
