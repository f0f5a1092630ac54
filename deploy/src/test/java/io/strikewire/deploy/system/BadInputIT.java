package io.strikewire.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What must not get in is told why, as a problem document, and never by a 5xx. */
@ExtendWith(SharedStrikewire.class)
class BadInputIT {

  private final RunningStrikewire strikewire;

  BadInputIT(Alerts alerts) {
    this.strikewire = alerts.strikewire();
  }

  static Stream<Arguments> unreadable() {
    String start = "{\"symbol\":\"SPY\",\"timeframe\":\"5m\",";
    return Stream.of(
        arguments("unknown direction", "direction", start + "\"direction\":\"SIDEWAYS\"}"),
        arguments("missing symbol", "symbol", "{\"direction\":\"CALL\",\"timeframe\":\"5m\"}"),
        arguments(
            "text that is no number",
            "premium",
            start + "\"direction\":\"CALL\",\"premium\":\"4x\"}"),
        arguments("an array", "body", "[1,2]"),
        arguments("an empty body", "body", ""),
        arguments("depth", "body", "[".repeat(30_000)),
        arguments("depth of objects", "body", "{\"a\":".repeat(10_000)),
        arguments("a long number", "body", start + "\"direction\":" + "9".repeat(60_000) + "}"),
        arguments("duplicate keys", "body", start + "\"timeframe\":\"15m\"}"),
        arguments("half a document", "body", start));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable")
  void an_unreadable_body_is_a_400_that_names_the_field(String name, String field, String body)
      throws Exception {
    HttpResponse<String> answer = strikewire.signed(body);
    assertProblem(answer, 400);
    JsonPath problem = JsonPath.from(answer.body());
    assertThat(problem.getList("errors.field", String.class)).contains(field);
    assertThat(problem.getString("errors[0].received")).isNotBlank();
    assertThat(problem.getString("errors[0].accepted")).isNotBlank();
  }

  static Stream<Arguments> chains() {
    String start =
        "{\"symbol\":\"UNH\",\"as_of\":\"2026-11-23T14:59:00Z\",\"spot\":500,\"options\":[";
    String option = "{\"option\":\"UNH261218C00500000\",\"iv\":0.2,\"open_interest\":%s}";
    return Stream.of(
        arguments(
            "of another symbol",
            "symbol",
            start.replace("UNH", "CVX") + option.formatted("9") + "]}"),
        arguments(
            "of mixed underlyings",
            "symbol",
            start
                + option.formatted("9")
                + ","
                + option.formatted("9").replace("UNH", "CVX")
                + "]}"),
        arguments("with NaN", "options[0].open_interest", start + option.formatted("NaN") + "]}"),
        arguments(
            "with negative open interest",
            "options[0].open_interest",
            start + option.formatted("-1") + "]}"),
        arguments("cut off", "body", start + option.formatted("9")),
        arguments("that is none", "header", "<html>busy</html>"));
  }

  @ParameterizedTest(name = "a chain {0}")
  @MethodSource("chains")
  void a_chain_that_cannot_be_is_a_400_that_names_the_field_and_leaves_no_profile(
      String name, String field, String body) throws Exception {
    HttpResponse<String> answer =
        strikewire.signed(
            "/gex/chains?symbol=UNH", body.getBytes(StandardCharsets.UTF_8), "application/json");
    assertProblem(answer, 400);
    assertThat(JsonPath.from(answer.body()).getString("errors[0].field")).isEqualTo(field);
    assertProblem(strikewire.get("/gex/UNH"), 404);
  }

  @Test
  void a_chain_over_16_mib_is_a_413() throws Exception {
    byte[] huge = new byte[16 * 1024 * 1024 + 1];
    assertProblem(strikewire.signed("/gex/chains?symbol=UNH", huge, "application/json"), 413);
  }

  @Test
  void none_of_the_340_json_parsing_cases_is_an_alert_or_our_mistake() throws Exception {
    List<String> wrong = new ArrayList<>();
    int cases = 0;
    try (InputStream packed = BadInputIT.class.getResourceAsStream("/json/parsing_cases.jsonl.gz");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonPath one = JsonPath.from(line);
        byte[] body = Base64.getDecoder().decode(one.getString("bytes_base64"));
        int status = strikewire.signed("/webhook", body, "application/json").statusCode();
        if (status != (body.length > 65_536 ? 413 : 400)) {
          wrong.add(one.getString("name") + ": " + status);
        }
        cases++;
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(cases).isEqualTo(340);
  }

  @Test
  void bytes_that_are_not_utf8_are_a_400() throws Exception {
    byte[] body = "{\"symbol\":\"SP?\"}".getBytes(StandardCharsets.ISO_8859_1);
    body[13] = (byte) 0xff;
    assertProblem(strikewire.signed("/webhook", body, "application/json"), 400);
  }

  @Test
  void bodies_over_64_kib_are_a_413_whatever_is_in_them() throws Exception {
    for (String body : new String[] {"[".repeat(100_000), "9".repeat(1_000_000)}) {
      assertProblem(strikewire.signed(body), 413);
    }
    byte[] huge = new byte[60 * 1024 * 1024];
    assertProblem(strikewire.post("/webhook", huge, "x-signature", "00"), 413);
  }

  @Test
  void a_wrong_or_missing_signature_is_a_401_that_does_not_say_which_part() throws Exception {
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> wrong = strikewire.post("/webhook", body, "x-signature", "00");
    HttpResponse<String> missing = strikewire.post("/webhook", body);
    assertProblem(wrong, 401);
    assertProblem(missing, 401);
    assertThat(JsonPath.from(wrong.body()).getString("detail"))
        .isEqualTo(JsonPath.from(missing.body()).getString("detail"));
  }

  @Test
  void another_method_and_another_type_are_told_so() throws Exception {
    assertProblem(strikewire.get("/webhook"), 405);
    assertProblem(
        strikewire.signed("/webhook", "{}".getBytes(StandardCharsets.UTF_8), "application/xml"),
        415);
  }

  @Test
  void an_unknown_address_and_a_bad_query_are_problems_too() throws Exception {
    assertProblem(strikewire.get("/nothing-here"), 404);
    assertProblem(strikewire.get("/signals/not-an-id"), 404);
    assertProblem(strikewire.get("/signals?limit=minus-one"), 400);
  }

  private static void assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(JsonPath.from(answer.body()).getInt("status")).isEqualTo(status);
    assertThat(JsonPath.from(answer.body()).getString("correlation_id")).isNotBlank();
  }
}
