package io.strikewire.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPInputStream;

/** Everything that senders, pages, scrapers and operators have a service do. */
final class Questions {

  private static final String JSON = "application/json";

  private final Alerts alerts;
  private final RunningStrikewire strikewire;

  private Questions(Alerts alerts) {
    this.alerts = alerts;
    this.strikewire = alerts.strikewire();
  }

  /** Alerts through the whole route to their positions and out again, and every reading. */
  static void ask(Alerts alerts) throws Exception {
    new Questions(alerts).ask();
  }

  private void ask() throws Exception {
    alerts.report(14.8);
    String id = alerts.accepted(alerts.entry("SPY", ",\"premium\":4.2"));
    assertThat(alerts.decided(id).getString("decision.decision"))
        .as(alerts.signal(id).prettify())
        .isEqualTo("ENTER");
    String position = alerts.position(id);
    for (int i = 0; i < 20; i++) {
      alerts.accepted(alerts.entry("S" + i, ",\"premium\":4.2,\"note\":" + i));
    }
    assertThat(strikewire.signed(alerts.entry("S1", ",\"premium\":4.2,\"note\":1")).statusCode())
        .isEqualTo(200);
    quote();
    chain();
    desk(position);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                JsonPath.from(strikewire.get("/audit?signal=" + id).body()).getList("items").size(),
            records -> records >= 2);
    for (String question : Files.readAllLines(Path.of("src/test/resources/questions.txt"))) {
      String path = question.replace("{id}", id).replace("{position}", position);
      HttpResponse<String> answer = strikewire.get(path);
      assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    }
    for (String list : new String[] {"/signals", "/decisions", "/orders", "/positions", "/audit"}) {
      String next = JsonPath.from(strikewire.get(list + "?limit=20").body()).getString("next");
      assertThat(strikewire.get(list + "?limit=20&after=" + next).statusCode()).isEqualTo(200);
    }
    assertThat(strikewire.get("/metrics", "Accept", "text/plain").statusCode()).isEqualTo(200);
    close();
    alerts.closed(position);
  }

  /** What the desk is told by hand. */
  private void desk(String position) throws Exception {
    post("/kill-switch", "{\"engaged\":true,\"reason\":\"drill\"}");
    post("/kill-switch", "{\"engaged\":false,\"reason\":\"drill\"}");
    post("/settlements", "{\"root\":\"SPXW\",\"day\":\"2026-11-20\",\"price\":5900}");
    post("/holds", "{\"strategy\":\"drill\",\"reason\":\"drill\"}");
    post("/signals/doctor", alerts.entry("S9", ",\"premium\":4.2"));
    assertThat(strikewire.get("/positions/" + position).statusCode()).isEqualTo(200);
  }

  private void quote() throws Exception {
    String quote =
        "[{\"occ_symbol\":\"SPY261218C00500000\",\"bid\":4.3,\"ask\":4.4,\"at\":\"%s\"}]"
            .formatted(alerts.now());
    assertThat(
            strikewire.signed("/quotes", quote.getBytes(StandardCharsets.UTF_8), JSON).statusCode())
        .isEqualTo(200);
  }

  private void chain() throws Exception {
    Path stored = Path.of("..", "gex-module/src/test/resources/chains/rut-2023-09-21.json.gz");
    try (GZIPInputStream file = new GZIPInputStream(Files.newInputStream(stored))) {
      assertThat(
              strikewire.signed("/gex/chains?symbol=RUT", file.readAllBytes(), JSON).statusCode())
          .isEqualTo(200);
    }
  }

  private void close() throws Exception {
    alerts.decided(
        alerts.accepted(
            "{\"symbol\":\"SPY\",\"action\":\"close\",\"timeframe\":\"5m\",\"premium\":5}"));
  }

  private void post(String path, String body) throws Exception {
    HttpResponse<String> answer =
        strikewire.post(path, body.getBytes(StandardCharsets.UTF_8), "content-type", JSON);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 299);
  }
}
