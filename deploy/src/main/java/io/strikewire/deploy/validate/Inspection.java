package io.strikewire.deploy.validate;

import io.strikewire.deploy.validate.Observed.Health;
import io.strikewire.deploy.validate.Observed.Page;
import io.strikewire.deploy.validate.Observed.Rates;
import io.strikewire.deploy.validate.Observed.TestSignal;
import io.strikewire.payload.JsonReader;
import io.strikewire.payload.Payload;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** Looks at a running service: sends it one test signal, and reads what it says of itself. */
public final class Inspection {

  private static final String JSON = "application/json";
  private static final Duration UNTIL_DECIDED = Duration.ofSeconds(30);
  private static final Duration UNTIL_RECORDED = Duration.ofSeconds(10);
  private static final List<String> PARTS = List.of("/", "/assets/app.js", "/assets/app.css");

  private final Service service;
  private final Instant now;

  private Inspection(Service service, Instant now) {
    this.service = service;
    this.now = now;
  }

  /**
   * Looks.
   *
   * @param base the service's address
   * @param key opens what is not public; empty in development
   * @param metricsToken for metrics, if they need one
   * @param signer signs a body with the webhook's secret
   * @param earlier samples of earlier looks
   */
  public static Observed of(
      String base,
      Optional<String> key,
      Optional<String> metricsToken,
      UnaryOperator<String> signer,
      JsonReader json,
      List<Sample> earlier,
      Instant now)
      throws IOException, InterruptedException {
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    Service service =
        new Service(http, base.replaceAll("/+$", ""), key, metricsToken, signer, json);
    return new Inspection(service, now).look(earlier);
  }

  private Observed look(List<Sample> earlier) throws IOException, InterruptedException {
    Page page = page();
    CompletableFuture<Boolean> told = service.toldOfASignal();
    TestSignal test = test();
    Page informed = new Page(page.answers(), in(told), page.slowestMs());
    Exposition figures = new Exposition(service.get("/metrics", "text/plain").body());
    Payload metrics = service.object("/metrics");
    List<Sample> samples = new ArrayList<>(earlier);
    samples.add(
        new Sample(
            now,
            text(metrics.object("latency").first("since")),
            figures.figure("memory_usedHeap_bytes", "").orElse(0.0).longValue(),
            figures.figure("strikewire_database_bytes", "").orElse(0.0).longValue()));
    boolean whole =
        List.of("signals", "positions", "latency", "cache").stream()
            .noneMatch(part -> metrics.object(part).fields().isEmpty());
    return new Observed(health(figures), whole, test, rates(metrics, figures), informed, samples);
  }

  private Page page() throws IOException, InterruptedException {
    boolean answers = true;
    double slowest = 0;
    for (String part : PARTS) {
      Service.Answer answer = service.get(part, "*/*");
      answers &= answer.status() == 200;
      slowest = Math.max(slowest, answer.ms());
    }
    return new Page(answers, false, slowest);
  }

  private static boolean in(CompletableFuture<Boolean> told) throws InterruptedException {
    try {
      return told.get(UNTIL_RECORDED.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException nothing) {
      told.cancel(true);
      return false;
    }
  }

  private TestSignal test() throws IOException, InterruptedException {
    String body =
        "{\"source\":\"VALIDATION\",\"symbol\":\"SPY\",\"direction\":\"CALL\",\"timeframe\":\"5m\","
            + "\"test\":true,\"run\":\""
            + UUID.randomUUID()
            + "\"}";
    Payload answer = service.alert(body);
    String accepted =
        answer.first("status", "title").map(Object::toString).orElse("nothing readable");
    String id = text(answer.first("correlation_id"));
    if (!accepted.equals("ACCEPTED")) {
      return new TestSignal(
          accepted, List.of(), "none", false, Long.MAX_VALUE, false, "nothing", List.of());
    }
    Payload signal = decided(id);
    Payload decision = signal.object("decision");
    String repeat = text(service.alert(body).first("status"));
    boolean counted =
        number(service.object("/metrics/signals").object("rejectionReasons").first("TEST_SIGNAL"))
            .filter(count -> count > 0)
            .isPresent();
    return new TestSignal(
        accepted,
        stages(signal),
        text(decision.first("rejection")),
        signal.first("position_id").isPresent()
            || !text(decision.first("decision")).equals("REJECT"),
        apart(signal),
        counted,
        repeat,
        records(id));
  }

  private Payload decided(String id) throws IOException, InterruptedException {
    long until = System.nanoTime() + UNTIL_DECIDED.toNanos();
    Payload signal = service.object("/signals/" + id);
    while (text(signal.first("status")).equals("RECEIVED") && System.nanoTime() < until) {
      TimeUnit.MILLISECONDS.sleep(100);
      signal = service.object("/signals/" + id);
    }
    return signal;
  }

  private static List<String> stages(Payload signal) {
    return items(signal, "route").stream().map(step -> text(step.first("stage"))).toList();
  }

  private static long apart(Payload signal) {
    String said = text(signal.first("timestamp"));
    String came = text(signal.first("created_at"));
    return said.isEmpty() || came.isEmpty()
        ? Long.MAX_VALUE
        : Duration.between(Instant.parse(said), Instant.parse(came)).abs().toMillis();
  }

  /** The audit log is linked a moment after the commit. */
  private List<String> records(String id) throws IOException, InterruptedException {
    long until = System.nanoTime() + UNTIL_RECORDED.toNanos();
    List<String> actions = List.of();
    while (actions.size() < 2 && System.nanoTime() < until) {
      actions =
          items(service.object("/audit?signal=" + id), "items").stream()
              .map(record -> text(record.first("action")))
              .sorted()
              .toList();
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return actions;
  }

  private Health health(Exposition figures) throws IOException, InterruptedException {
    Service.Answer answer = service.get("/health", JSON);
    Payload health = service.object("/health");
    if (health.first("timestamp").isEmpty()) {
      return new Health(answer.status(), "unreadable", "", false, 0, 0, false, Double.MAX_VALUE);
    }
    Payload database = service.object("/health/database");
    return new Health(
        answer.status(),
        text(health.first("status")),
        text(health.first("message")),
        figures.figure("strikewire_market_open", "").orElse(0.0) > 0,
        degradations(Instant.parse(text(health.first("timestamp")))),
        (int) number(service.object("/health/book").first("faults")).orElse(-1.0).doubleValue(),
        database.first("connected").filter(Boolean.TRUE::equals).isPresent(),
        figures.figure("strikewire_database_round_trip_ms", "").orElse(Double.MAX_VALUE));
  }

  /** By the service's own clock. */
  private int degradations(Instant there) throws IOException, InterruptedException {
    return (int)
        items(service.list("/context/modes"), "items").stream()
            .filter(mode -> text(mode.first("mode")).equals("DEGRADED"))
            .map(mode -> text(mode.first("since")))
            .filter(since -> !since.isEmpty())
            .filter(since -> Instant.parse(since).isAfter(there.minus(Duration.ofHours(1))))
            .count();
  }

  private static Rates rates(Payload metrics, Exposition figures) {
    Payload processing = metrics.object("latency").object("signalProcessing");
    Payload decision = metrics.object("latency").object("decision");
    return new Rates(
        figures.figure("strikewire_errors", "severity=\"error\"").orElse(0.0).longValue(),
        figures.figure("strikewire_signals_dead", "").orElse(0.0).longValue(),
        number(processing.first("count")).orElse(0.0).longValue(),
        number(processing.first("p95Ms")),
        number(decision.first("count")).orElse(0.0).longValue(),
        number(decision.first("p95Ms")),
        number(metrics.object("cache").first("contextHitRate")),
        number(metrics.object("signals").first("totalSignals")).orElse(0.0).longValue(),
        number(metrics.object("signals").first("acceptanceRate")),
        figures.figure("strikewire_audit_waiting", "").orElse(0.0).longValue());
  }

  private static List<Payload> items(Payload object, String name) {
    return object.first(name).filter(List.class::isInstance).map(list -> (List<?>) list).stream()
        .flatMap(List::stream)
        .filter(Payload.class::isInstance)
        .map(Payload.class::cast)
        .toList();
  }

  private static Optional<Double> number(Optional<Object> value) {
    return value
        .filter(BigDecimal.class::isInstance)
        .map(BigDecimal.class::cast)
        .map(BigDecimal::doubleValue);
  }

  private static String text(Optional<Object> value) {
    return value.map(Object::toString).orElse("");
  }
}
