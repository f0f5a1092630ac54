package io.strikewire.deploy.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever is done, by a person, a rule or a sender, is on record with who did it. */
@ExtendWith(SharedStrikewire.class)
class AuditedActsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Refuses the decisions of one symbol, as a broken constraint would. */
  private static final String BREAK =
      """
      CREATE FUNCTION refuse_xsd() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF EXISTS (SELECT FROM signals WHERE id = NEW.signal_id AND symbol = 'XSD') THEN
          RAISE EXCEPTION 'refused' USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER refuse_xsd BEFORE INSERT ON decisions
        FOR EACH ROW EXECUTE FUNCTION refuse_xsd()
      """;

  private final Alerts alerts;
  private final RunningStrikewire strikewire;
  private final String from;

  AuditedActsIT(Alerts alerts) throws Exception {
    this.alerts = alerts;
    this.strikewire = alerts.strikewire();
    this.from = alerts.now();
  }

  @Test
  void what_people_do_bears_their_name() throws Exception {
    act("/kill-switch", "{'engaged':true,'reason':'drill','by':'anna'}");
    act("/kill-switch", "{'engaged':false,'reason':'over','by':'bert'}");
    act("/settlements", "{'root':'XSP','day':'2026-11-20','price':590.5,'by':'anna'}");
    String limit = JsonPath.from(strikewire.get("/risk").body()).getString("limits[0].limit");
    act(
        "/risk/overrides",
        "{'limit':'%s','value':50,'reason':'drill','by':'anna','expires_at':'2026-11-23T23:00:00Z'}"
            .formatted(limit));
    String hold =
        JsonPath.from(act("/holds", "{'strategy':'drill','reason':'drill','by':'anna'}"))
            .getString("id");
    act("/holds/" + hold + "/release", "{'by':'bert'}");
    String data = strikewire.data().toString();
    String path =
        RunningStrikewire.run(Map.of(), "token", "create", "--source", "Drill", "--data", data)
            .said();
    assertThat(path).contains("/webhook/swt_");
    alerts.report(14.8);
    String position = alerts.position(alerts.accepted(alerts.entry("XOP", ",\"premium\":4.2")));
    act("/positions/" + position + "/close", "");

    record("KILL_SWITCH", "anna", "");
    record("KILL_SWITCH", "bert", "");
    record("SETTLEMENT", "anna", "");
    record("OVERRIDE", "anna", "");
    record("HOLD", "anna", "");
    record("HOLD", "bert", "");
    record("POSITION_CLOSE_ASKED", "operator", "");
    record("EXIT_DECISION", "strikewire", "&symbol=XOP");
    JsonPath token =
        record("TOKEN", "postgres by command line of " + System.getProperty("user.name"), "");
    assertThat(token.getString("items[0].payload.source")).isEqualTo("Drill");
    assertThat(token.prettify()).doesNotContain("token_hash");
  }

  @Test
  void a_signal_that_was_given_up_and_who_tried_it_again_are_on_record() throws Exception {
    sql(BREAK);
    String id;
    try {
      id = alerts.accepted(alerts.entry("XSD", ",\"premium\":4.2"));
      await().atMost(PATIENCE).until(() -> attempts(id) > 0);
      sql("UPDATE signals SET attempts = 99, next_attempt_at = created_at WHERE id = '" + id + "'");
      assertThat(alerts.decided(id).getString("status")).isEqualTo("DEAD");
    } finally {
      sql("DROP TRIGGER refuse_xsd ON decisions; DROP FUNCTION refuse_xsd()");
    }
    JsonPath dead = record("DEAD_LETTER", "strikewire", "&signal=" + id);
    assertThat(dead.getString("items[0].symbol")).isEqualTo("XSD");
    assertThat(gauge("strikewire_signals_dead")).isPositive();
    assertThat(
            JsonPath.from(strikewire.get("/errors?status=DEAD").body())
                .getString("items[0].signal_id"))
        .isEqualTo(id);

    HttpResponse<String> retry =
        strikewire.signed("/signals/" + id + "/retry", new byte[0], "application/json");
    assertThat(retry.statusCode()).isEqualTo(202);
    assertThat(alerts.decided(id).getString("status")).isIn("ACCEPTED", "REJECTED");
    assertThat(record("SIGNAL_RETRIED", "operator", "").getList("items.subject")).contains(id);
    record("SIGNAL", "TRADINGVIEW", "&symbol=XSD&signal=" + id);
  }

  private int attempts(String id) throws Exception {
    try (Connection connection = DriverManager.getConnection(strikewire.jdbcUrl());
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("SELECT attempts FROM signals WHERE id = '" + id + "'")) {
      row.next();
      return row.getInt(1);
    }
  }

  private void sql(String text) throws Exception {
    try (Connection connection = DriverManager.getConnection(strikewire.jdbcUrl());
        Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  private double gauge(String name) throws Exception {
    return strikewire
        .get("/metrics", "Accept", "text/plain")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElseThrow();
  }

  private String act(String path, String body) throws Exception {
    HttpResponse<String> answer =
        strikewire.post(
            path, body.replace('\'', '"').getBytes(UTF_8), "content-type", "application/json");
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 299);
    return answer.body();
  }

  /** The records of an action by an actor since this test began, once there are any. */
  private JsonPath record(String action, String actor, String more) {
    String query =
        "/audit?from=%s&action=%s&actor=%s%s"
            .formatted(from, action, actor.replace(" ", "%20"), more);
    return await(action + " by " + actor)
        .atMost(PATIENCE)
        .until(
            () -> JsonPath.from(strikewire.get(query).body()),
            answer -> !answer.getList("items").isEmpty());
  }
}
