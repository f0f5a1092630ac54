package io.strikewire.deploy.validate;

import static io.strikewire.deploy.validate.Finding.List.FIRST_15_MINUTES;
import static io.strikewire.deploy.validate.Finding.List.FIRST_DAY;
import static io.strikewire.deploy.validate.Finding.List.FIRST_HOUR;
import static io.strikewire.deploy.validate.Finding.Outcome.FAIL;
import static io.strikewire.deploy.validate.Finding.Outcome.PASS;
import static io.strikewire.deploy.validate.Finding.Outcome.PENDING;

import io.strikewire.deploy.validate.Finding.Outcome;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The guide's three checklists, judged by what was seen. Pure. */
public final class Checklist {

  private static final List<String> WHOLE_ROUTE =
      List.of("RECEIVE", "NORMALIZE", "VALIDATE", "DEDUPLICATE", "ENRICH", "DECIDE");

  private final Observed seen;
  private final Limits limits;
  private final List<Finding> findings = new ArrayList<>();

  private Checklist(Observed seen, Limits limits) {
    this.seen = seen;
    this.limits = limits;
  }

  /** One finding for each line of the guide. */
  public static List<Finding> judge(Observed seen, Limits limits) {
    Checklist lists = new Checklist(seen, limits);
    lists.first15Minutes();
    lists.firstHour();
    lists.firstDay();
    return lists.findings;
  }

  private void first15Minutes() {
    Observed.TestSignal test = seen.test();
    Observed.Health health = seen.health();
    add(
        "Health endpoint returns 200 OK",
        health.status() == 200,
        health.status() + " " + health.state());
    add("Metrics endpoint returns data", seen.metrics(), "signals, positions, latency, cache");
    add(
        "Webhook accepts test signals",
        test.accepted().equals("ACCEPTED"),
        "answered " + test.accepted());
    add(
        "Test signal takes the whole route",
        test.stages().equals(WHOLE_ROUTE) && test.rejection().equals("TEST_SIGNAL"),
        String.join(" ", test.stages()) + " REJECT " + test.rejection());
    add(
        "Test signal is never traded and in no rate",
        !test.traded() && !test.counted(),
        (test.traded() ? "traded" : "not traded")
            + (test.counted() ? ", counted" : ", not counted"));
    add(
        "Test signal has the server's time",
        test.stampedWithinMs() <= 1000,
        test.stampedWithinMs() + " ms from its arrival");
    add(
        "No errors in function logs",
        seen.rates().errors() == 0,
        seen.rates().errors() + " since the start");
    add(
        "Database writes successful",
        health.databaseConnected() && test.rejection().equals("TEST_SIGNAL"),
        "signal and decision were read back");
    add(
        "Frontend displays updates",
        seen.page().answers() && seen.page().updates(),
        seen.page().updates() ? "the page was told of the signal" : "the page was told nothing");
  }

  private void firstHour() {
    Observed.Rates rates = seen.rates();
    below(
        "Signal processing latency < 100ms",
        rates.processed(),
        rates.processingP95(),
        limits.processingMs());
    below("Decision latency < 500ms", rates.decided(), rates.decisionP95(), limits.decisionMs());
    degraded();
    rate(
        "Context cache hit rate > 80%",
        FIRST_HOUR, rates.decided(), rates.hitRate(), limits.hitRate());
    add(
        FIRST_HOUR,
        "No duplicate signal issues",
        seen.test().repeat().equals("DUPLICATE") ? PASS : FAIL,
        "the same body again is answered " + seen.test().repeat());
    add(
        FIRST_HOUR,
        "Position tracking accurate",
        seen.health().bookFaults() == 0 ? PASS : FAIL,
        seen.health().bookFaults() + " broken invariants");
  }

  private void degraded() {
    Observed.Health health = seen.health();
    boolean quiet = health.state().equals("healthy") && health.degradations() == 0;
    Outcome outcome = quiet ? PASS : health.marketOpen() ? FAIL : PENDING;
    add(
        FIRST_HOUR,
        "No degraded mode alerts",
        outcome,
        health.state()
            + ", degraded "
            + health.degradations()
            + " times in the last hour"
            + (outcome == PENDING ? "; the market is closed" : ""));
  }

  private void firstDay() {
    Observed.Rates rates = seen.rates();
    rate(
        "Signal acceptance rate within expected range",
        FIRST_DAY,
        rates.counted(),
        rates.acceptance(),
        limits.acceptance());
    memory();
    database();
    boolean recorded = seen.test().records().containsAll(List.of("SIGNAL", "DECISION"));
    add(
        FIRST_DAY,
        "Audit logs complete",
        recorded ? PASS : FAIL,
        "of the test signal: "
            + seen.test().records()
            + "; "
            + rates.auditWaiting()
            + " wait for their place");
    add(
        FIRST_DAY,
        "No unexpected errors",
        rates.errors() == 0 && rates.dead() == 0 ? PASS : FAIL,
        rates.errors() + " errors, " + rates.dead() + " dead signals");
    add(
        FIRST_DAY,
        "Frontend performance good",
        seen.page().answers() && seen.page().slowestMs() < limits.pageMs() ? PASS : FAIL,
        String.format(Locale.ROOT, "slowest part %.0f ms", seen.page().slowestMs()));
  }

  /** The heap goes up and down: what counts is whether its floor rises. */
  private void memory() {
    List<Sample> samples = ofThisProcess();
    String check = "No memory leaks in functions";
    if (samples.size() < 4 || span(samples).compareTo(limits.observed()) < 0) {
      add(FIRST_DAY, check, PENDING, few(samples));
      return;
    }
    int half = samples.size() / 2;
    double before = floor(samples.subList(0, half));
    double after = floor(samples.subList(half, samples.size()));
    add(
        FIRST_DAY,
        check,
        after <= before * (1 + limits.heapGrowth()) ? PASS : FAIL,
        String.format(
            Locale.ROOT,
            "heap's floor %.0f MiB, was %.0f MiB, over %s",
            after / (1 << 20),
            before / (1 << 20),
            span(samples).truncatedTo(ChronoUnit.SECONDS)));
  }

  private void database() {
    List<Sample> samples = seen.samples();
    String check = "Database performance stable";
    double ms = seen.health().roundTripMs();
    String facts = String.format(Locale.ROOT, "round trip %.1f ms", ms);
    if (ms >= limits.roundTripMs()) {
      add(FIRST_DAY, check, FAIL, facts);
      return;
    }
    if (samples.size() < 2 || span(samples).compareTo(limits.observed()) < 0) {
      add(FIRST_DAY, check, PENDING, facts + "; growth: " + few(samples));
      return;
    }
    long grown = samples.get(samples.size() - 1).database() - samples.get(0).database();
    double daily = grown * 86_400.0 / span(samples).toSeconds();
    add(
        FIRST_DAY,
        check,
        daily <= limits.databaseGrowth() ? PASS : FAIL,
        facts + String.format(Locale.ROOT, "; grows by %.1f MiB a day", daily / (1 << 20)));
  }

  private List<Sample> ofThisProcess() {
    List<Sample> samples = seen.samples();
    String since = samples.isEmpty() ? "" : samples.get(samples.size() - 1).since();
    return samples.stream().filter(sample -> sample.since().equals(since)).toList();
  }

  private static double floor(List<Sample> samples) {
    return samples.stream().mapToLong(Sample::heap).min().orElse(0);
  }

  private static Duration span(List<Sample> samples) {
    return samples.isEmpty()
        ? Duration.ZERO
        : Duration.between(samples.get(0).at(), samples.get(samples.size() - 1).at());
  }

  private String few(List<Sample> samples) {
    return samples.size()
        + " samples over "
        + span(samples).truncatedTo(ChronoUnit.SECONDS)
        + "; run again over "
        + limits.observed();
  }

  private void below(String check, long count, Optional<Double> p95, double most) {
    if (count < limits.signals() || p95.isEmpty()) {
      add(FIRST_HOUR, check, PENDING, count + " of " + limits.signals() + " signals seen");
      return;
    }
    add(
        FIRST_HOUR,
        check,
        p95.get() < most ? PASS : FAIL,
        String.format(Locale.ROOT, "p95 %.1f ms of %d", p95.get(), count));
  }

  private void rate(
      String check, Finding.List list, long count, Optional<Double> rate, double least) {
    if (count < limits.signals() || rate.isEmpty()) {
      add(list, check, PENDING, count + " of " + limits.signals() + " signals seen");
      return;
    }
    add(
        list,
        check,
        rate.get() >= least ? PASS : FAIL,
        String.format(
            Locale.ROOT, "%.1f %% of %d, at least %.0f %%", 100 * rate.get(), count, 100 * least));
  }

  private void add(String check, boolean passed, String facts) {
    add(FIRST_15_MINUTES, check, passed ? PASS : FAIL, facts);
  }

  private void add(Finding.List list, String check, Outcome outcome, String facts) {
    findings.add(new Finding(list, check, outcome, facts));
  }
}
