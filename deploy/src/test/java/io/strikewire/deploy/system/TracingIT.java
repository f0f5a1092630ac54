package io.strikewire.deploy.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.proto.trace.v1.Span;
import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One trace for each signal, from the webhook to the position, across all hand-overs. */
class TracingIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String CALLER = "4bf92f3577b34da6a3ce929d0e0e4736";

  @TempDir private Path data;

  @Test
  void a_signal_s_trace_leads_from_the_webhook_through_the_stages_to_the_position()
      throws Exception {
    try (TraceReceiver receiver = new TraceReceiver();
        RunningStrikewire strikewire =
            RunningStrikewire.start(
                data,
                Map.of(
                    "STRIKEWIRE_CLOCK",
                    RunningStrikewire.MONDAY,
                    "OTEL_BSP_SCHEDULE_DELAY",
                    "200",
                    "OTEL_EXPORTER_OTLP_ENDPOINT",
                    receiver.endpoint()))) {
      Alerts alerts = new Alerts(strikewire);
      alerts.report(14.8);
      String id = sent(alerts, alerts.entry("SPY", ",\"premium\":4.2"));
      String position = alerts.position(id);
      List<Span> entry = trace(receiver, id, "POSITION");
      assertThat(names(entry))
          .contains(
              "POST /webhook",
              "DECISION",
              "NORMALIZE",
              "VALIDATE",
              "DEDUPLICATE",
              "ENRICH",
              "DECIDE",
              "OPEN",
              "ORDER",
              "POSITION");
      assertHangsTogether(entry);
      assertThat(fact(entry, "POSITION", "position_id")).isEqualTo(position);
      assertThat(fact(entry, "DECISION", "outcome")).isEqualTo("ACCEPTED");

      String closing =
          "{\"symbol\":\"SPY\",\"action\":\"close\",\"timeframe\":\"5m\",\"premium\":5}";
      List<Span> exit = trace(receiver, alerts.accepted(closing), "EXIT");
      assertThat(names(exit)).contains("POST /webhook", "NORMALIZE", "CLOSE", "ORDER", "EXIT");
      assertThat(linesOf(id))
          .isNotEmpty()
          .allMatch(line -> traceId(id).equals(line.get("trace_id")));
    }
  }

  /** By a caller that is in a trace of its own. */
  private static String sent(Alerts alerts, String body) throws Exception {
    byte[] bytes = body.getBytes(UTF_8);
    RunningStrikewire strikewire = alerts.strikewire();
    String answer =
        strikewire
            .post(
                "/webhook",
                bytes,
                "content-type",
                "application/json",
                "traceparent",
                "00-" + CALLER + "-00f067aa0ba902b7-01",
                "x-signature",
                RunningStrikewire.signature(strikewire.secret(), bytes))
            .body();
    return JsonPath.from(answer).getString("correlation_id");
  }

  private static List<Span> trace(TraceReceiver receiver, String id, String last) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> receiver.of(traceId(id)),
            spans -> names(spans).containsAll(Set.of(last, "DECISION", "POST /webhook")));
  }

  private static String traceId(String id) {
    return id.replace("-", "");
  }

  private static Set<String> names(List<Span> spans) {
    return spans.stream().map(Span::getName).collect(Collectors.toSet());
  }

  /** One span is the first and points to the caller; every other one has its parent among them. */
  private static void assertHangsTogether(List<Span> spans) {
    Set<String> known =
        spans.stream().map(span -> TraceReceiver.hex(span.getSpanId())).collect(Collectors.toSet());
    List<Span> first = spans.stream().filter(span -> span.getParentSpanId().isEmpty()).toList();
    assertThat(first).hasSize(1);
    assertThat(first.get(0).getName()).isEqualTo("POST /webhook");
    assertThat(first.get(0).getLinksList())
        .extracting(link -> TraceReceiver.hex(link.getTraceId()))
        .containsExactly(CALLER);
    assertThat(spans)
        .filteredOn(span -> !span.getParentSpanId().isEmpty())
        .allMatch(span -> known.contains(TraceReceiver.hex(span.getParentSpanId())))
        .allMatch(span -> span.getStartTimeUnixNano() <= span.getEndTimeUnixNano());
    assertThat(spans)
        .allMatch(span -> span.getStartTimeUnixNano() >= first.get(0).getStartTimeUnixNano());
  }

  private static String fact(List<Span> spans, String name, String fact) {
    return spans.stream()
        .filter(span -> span.getName().equals(name))
        .flatMap(span -> span.getAttributesList().stream())
        .filter(attribute -> attribute.getKey().equals(fact))
        .map(attribute -> attribute.getValue().getStringValue())
        .findFirst()
        .orElseThrow();
  }

  private List<Map<String, Object>> linesOf(String id) throws Exception {
    try (Stream<String> lines = Files.lines(data.resolve("logs/strikewire.0.log"))) {
      return lines
          .filter(line -> line.contains(id))
          .map(line -> JsonPath.from(line).<String, Object>getMap(""))
          .filter(line -> line.containsKey("correlation_id"))
          .toList();
    }
  }
}
