package io.strikewire.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** The book of a running service: quotes and chains in, orders, positions and limits out. */
record Book(RunningStrikewire strikewire) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Pushes a quote of now. */
  void quote(String occSymbol, String bid, String ask) throws Exception {
    String body =
        "[{\"occ_symbol\":\"%s\",\"bid\":%s,\"ask\":%s,\"at\":\"%s\"}]"
            .formatted(occSymbol, bid, ask, new Alerts(strikewire).now());
    HttpResponse<String> answer =
        strikewire.signed("/quotes", body.getBytes(StandardCharsets.UTF_8), "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  /** Sends a chain in the generic form; its answer, which must be a profile. */
  JsonPath chain(String symbol, String asOf, double spot, String... options) throws Exception {
    String body =
        "{\"symbol\":\"%s\",\"as_of\":\"%s\",\"spot\":%s,\"options\":[%s]}"
            .formatted(symbol, asOf, spot, String.join(",", options));
    HttpResponse<String> answer =
        strikewire.signed(
            "/gex/chains?symbol=" + symbol,
            body.getBytes(StandardCharsets.UTF_8),
            "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonPath.from(answer.body());
  }

  /** One option of a chain. */
  static String option(String occSymbol, double bid, double ask, double iv, int openInterest) {
    return "{\"option\":\"%s\",\"bid\":%s,\"ask\":%s,\"iv\":%s,\"open_interest\":%d,\"volume\":1}"
        .formatted(occSymbol, bid, ask, iv, openInterest);
  }

  HttpResponse<String> post(String path, String body) throws Exception {
    return strikewire.post(
        path, body.getBytes(StandardCharsets.UTF_8), "content-type", "application/json");
  }

  JsonPath get(String path) throws Exception {
    return JsonPath.from(strikewire.get(path).body());
  }

  JsonPath position(String id) throws Exception {
    return get("/positions/" + id);
  }

  /** Waits for the entry order of a signal to stand so; the order. */
  JsonPath entry(String signal, String status) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> {
              List<String> ids =
                  get("/orders?limit=100")
                      .getList("items.findAll{it.signal_id=='%s'}.id".formatted(signal));
              return ids.isEmpty() ? null : get("/orders/" + ids.get(0));
            },
            order -> order != null && status.equals(order.getString("status")));
  }

  /** Puts a limit in force for a time; the answer. */
  JsonPath override(String limit, String value, String until) throws Exception {
    HttpResponse<String> answer =
        post(
            "/risk/overrides",
            "{\"limit\":\"%s\",\"value\":%s,\"reason\":\"drill\",\"expires_at\":\"%s\"}"
                .formatted(limit, value, until));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonPath.from(answer.body());
  }

  void brake(boolean engaged) throws Exception {
    HttpResponse<String> answer =
        post("/kill-switch", "{\"engaged\":%s,\"reason\":\"drill\"}".formatted(engaged));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  /** Rows that {@code invariants.sql} returns. */
  long broken() throws Exception {
    String invariants = Files.readString(Path.of("invariants.sql")).strip();
    return count(
        "SELECT count(*) FROM ("
            + invariants.substring(0, invariants.length() - 1)
            + ") AS broken");
  }

  long count(String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection(strikewire.jdbcUrl());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(sql, failed);
    }
  }
}
