package io.strikewire.deploy.validate;

import static io.strikewire.deploy.validate.Finding.Outcome.FAIL;
import static io.strikewire.deploy.validate.Finding.Outcome.PASS;
import static io.strikewire.deploy.validate.Finding.Outcome.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.deploy.validate.Observed.Health;
import io.strikewire.deploy.validate.Observed.Page;
import io.strikewire.deploy.validate.Observed.Rates;
import io.strikewire.deploy.validate.Observed.TestSignal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChecklistTest {

  private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

  private static final Health WELL = new Health(200, "healthy", "fine", true, 0, 0, true, 0.8);
  private static final TestSignal TRIED =
      new TestSignal(
          "ACCEPTED",
          List.of("RECEIVE", "NORMALIZE", "VALIDATE", "DEDUPLICATE", "ENRICH", "DECIDE"),
          "TEST_SIGNAL",
          false,
          3,
          false,
          "DUPLICATE",
          List.of("DECISION", "SIGNAL"));
  private static final Rates BUSY =
      new Rates(
          0,
          0,
          500,
          Optional.of(40.0),
          500,
          Optional.of(2.0),
          Optional.of(0.95),
          500,
          Optional.of(0.6),
          0);
  private static final Page QUICK = new Page(true, true, 20);

  @Test
  void a_day_of_good_work_passes_every_line() {
    assertThat(outcomes(new Observed(WELL, true, TRIED, BUSY, QUICK, samples(0, 0))).values())
        .hasSize(21)
        .containsOnly(PASS);
  }

  @Test
  void too_little_seen_is_pending_and_no_failure() {
    Rates fresh =
        new Rates(
            0,
            0,
            1,
            Optional.of(400.0),
            1,
            Optional.of(900.0),
            Optional.of(0.0),
            0,
            Optional.empty(),
            0);
    Health night = new Health(200, "degraded", "no market", false, 0, 0, true, 0.8);
    Map<String, Finding.Outcome> outcomes =
        outcomes(new Observed(night, true, TRIED, fresh, QUICK, samples(0, 0).subList(0, 1)));
    assertThat(outcomes.values()).doesNotContain(FAIL);
    assertThat(outcomes)
        .containsEntry("Signal processing latency < 100ms", PENDING)
        .containsEntry("Decision latency < 500ms", PENDING)
        .containsEntry("No degraded mode alerts", PENDING)
        .containsEntry("Context cache hit rate > 80%", PENDING)
        .containsEntry("Signal acceptance rate within expected range", PENDING)
        .containsEntry("No memory leaks in functions", PENDING)
        .containsEntry("Database performance stable", PENDING)
        .containsEntry("Health endpoint returns 200 OK", PASS);
  }

  @Test
  void every_line_can_fail() {
    Health ill = new Health(503, "unhealthy", "down", true, 2, 1, false, 80);
    TestSignal traded =
        new TestSignal("503", List.of("RECEIVE"), "none", true, 9000, true, "ACCEPTED", List.of());
    Rates slow =
        new Rates(
            3,
            1,
            500,
            Optional.of(140.0),
            500,
            Optional.of(800.0),
            Optional.of(0.5),
            500,
            Optional.of(0.1),
            7);
    Observed worst =
        new Observed(
            ill, false, traded, slow, new Page(true, false, 3000), samples(90 << 20, 9L << 30));
    assertThat(outcomes(worst).values()).containsOnly(FAIL);
  }

  @Test
  void growth_fails_only_when_the_floor_rises_or_the_database_outgrows_its_day() {
    assertThat(outcomes(new Observed(WELL, true, TRIED, BUSY, QUICK, samples(90 << 20, 0))))
        .containsEntry("No memory leaks in functions", FAIL)
        .containsEntry("Database performance stable", PASS);
    assertThat(outcomes(new Observed(WELL, true, TRIED, BUSY, QUICK, samples(0, 1L << 30))))
        .containsEntry("No memory leaks in functions", PASS)
        .containsEntry("Database performance stable", FAIL);
    List<Sample> restarted = new ArrayList<>(samples(0, 0));
    restarted.add(new Sample(NOON.plusSeconds(9000), "another start", 900L << 20, 1L << 30));
    assertThat(outcomes(new Observed(WELL, true, TRIED, BUSY, QUICK, restarted)))
        .as("another process says nothing of a leak")
        .containsEntry("No memory leaks in functions", PENDING);
  }

  @Test
  void a_sample_survives_its_file() {
    Sample sample = samples(1, 2).get(3);
    assertThat(Sample.parse(sample.line())).contains(sample);
    assertThat(Sample.parse("rubbish")).isEmpty();
  }

  /** Six samples over two and a half hours; the heap's floor and the database grow by so much. */
  private static List<Sample> samples(long heap, long database) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      samples.add(
          new Sample(
              NOON.plusSeconds(1800L * i),
              "start",
              (200L << 20) + (i % 2) * (80L << 20) + heap * i / 2,
              (1L << 30) + database * i / 6));
    }
    return samples;
  }

  private static Map<String, Finding.Outcome> outcomes(Observed seen) {
    return Checklist.judge(seen, Limits.OF_THE_GUIDE).stream()
        .collect(Collectors.toMap(Finding::check, Finding::outcome));
  }
}
