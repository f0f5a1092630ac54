package io.strikewire.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Senders that cannot sign: what their secret path is good for, and what it is not. */
@ExtendWith(SharedStrikewire.class)
class TokensIT {

  private final Alerts alerts;
  private final RunningStrikewire strikewire;
  private final RawRequests raw;

  TokensIT(Alerts alerts) {
    this.alerts = alerts;
    this.strikewire = alerts.strikewire();
    this.raw = new RawRequests(strikewire);
  }

  @Test
  void a_token_is_made_used_listed_and_revoked_and_is_nowhere_to_be_read() throws Exception {
    String data = strikewire.data().toString();
    String token =
        command(
                "create",
                "--source",
                "Pine",
                "--timeframe",
                "15m",
                "--strategy",
                "by-token",
                "--address",
                "127.0.0.0/8",
                "--expires-in-days",
                "3650",
                "--data",
                data)
            .lines()
            .filter(line -> line.startsWith("swt_"))
            .findFirst()
            .orElseThrow();

    byte[] bare = bytes("{\"symbol\":\"SPY\",\"direction\":\"CALL\"}");
    String said = raw.post("/webhook/" + token, List.of("Content-Type: text/plain"), bare);
    assertThat(said).contains("\"ACCEPTED\"");
    String id = said.replaceAll("(?s).*\"correlation_id\":\"([^\"]+)\".*", "$1");
    assertThat(alerts.decided(id).getString("timeframe")).isEqualTo("15m");
    assertThat(alerts.signal(id).getString("source")).isEqualTo("PINE");
    assertThat(alerts.signal(id).getString("grade")).isEqualTo("TOKEN_AND_ADDRESS");

    List<String> wrong = new ArrayList<>();
    for (String other :
        List.of(
            token.substring(0, token.length() - 1),
            token + "A",
            token.toUpperCase(java.util.Locale.ROOT),
            "swt_" + "A".repeat(43),
            token.substring(4),
            token + "/",
            token + ";x=y",
            "x/../" + token)) {
      String refused = raw.post("/webhook/" + other, List.of(), bytes("{\"a\":1}"));
      if (!refused.matches("(?s)HTTP/1.1 40[0134] .*")) {
        wrong.add(other + ": " + refused);
      }
    }
    assertThat(wrong).isEmpty();

    String listed = command("list", "--data", data);
    assertThat(listed).contains("source=Pine", "from=127.0.0.0/8").doesNotContain(token);
    String name =
        listed
            .lines()
            .filter(line -> line.contains("source=Pine"))
            .findFirst()
            .orElseThrow()
            .split(" ")[0];
    command("revoke", name, "--data", data);
    assertThat(raw.post("/webhook/" + token, List.of(), bare)).startsWith("HTTP/1.1 401 ");
    assertThat(command("list", "--data", data)).contains("revoked ");
    assertThat(logged(token)).isEmpty();
  }

  @Test
  void an_expired_token_and_one_from_another_address_are_unknown_senders() throws Exception {
    Instant now = Instant.parse(alerts.now());
    String expired = store(now.minusSeconds(1), List.of(), Optional.empty());
    String elsewhere = store(now.plusSeconds(9000), List.of("203.0.113.7"), Optional.empty());
    byte[] body = bytes("{\"symbol\":\"SPY\",\"direction\":\"CALL\",\"timeframe\":\"5m\"}");
    assertThat(raw.post("/webhook/" + expired, List.of(), body)).startsWith("HTTP/1.1 401 ");
    assertThat(raw.post("/webhook/" + elsewhere, List.of(), body)).startsWith("HTTP/1.1 401 ");
    assertThat(raw.post("/webhook/" + elsewhere, List.of("X-Forwarded-For: 203.0.113.7"), body))
        .startsWith("HTTP/1.1 401 ");
  }

  @Test
  void a_token_bound_to_fresh_alerts_refuses_stale_future_and_undated_ones() throws Exception {
    Instant now = Instant.parse(alerts.now());
    String token = store(now.plusSeconds(9000), List.of(), Optional.of(30));
    String alert = "{\"symbol\":\"SPY\",\"direction\":\"CALL\",\"timeframe\":\"5m\"%s}";
    for (String time :
        List.of(
            "",
            ",\"time\":\"" + now.minusSeconds(90) + '"',
            ",\"time\":\"" + now.plusSeconds(90) + '"')) {
      assertThat(raw.post("/webhook/" + token, List.of(), bytes(alert.formatted(time))))
          .startsWith("HTTP/1.1 400 ")
          .contains("\"field\":\"timestamp\"");
    }
    String fresh = alert.formatted(",\"time\":\"" + alerts.now() + '"');
    assertThat(raw.post("/webhook/" + token, List.of(), bytes(fresh))).contains("\"ACCEPTED\"");
  }

  private String store(Instant expires, List<String> addresses, Optional<Integer> freshSeconds)
      throws Exception {
    return new SecretAddress("Test", "main", expires, addresses, freshSeconds)
        .store(strikewire.jdbcUrl());
  }

  private static String command(String... arguments) throws Exception {
    String[] all = Stream.concat(Stream.of("token"), Stream.of(arguments)).toArray(String[]::new);
    RunningStrikewire.Ended ended = RunningStrikewire.run(Map.of(), all);
    assertThat(ended.code()).as(ended.said()).isZero();
    return ended.said();
  }

  private List<Path> logged(String token) throws IOException {
    try (Stream<Path> files = Files.walk(strikewire.data().resolve("logs"))) {
      List<Path> found = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(token)) {
          found.add(file);
        }
      }
      return found;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
