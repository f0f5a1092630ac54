package io.strikewire.bench;

import io.strikewire.decide.EntryJudgement;
import io.strikewire.decide.EntryPolicy;
import io.strikewire.decide.EntryQuestion;
import io.strikewire.decide.whatif.EntryFamily;
import io.strikewire.decision.Rejection;
import io.strikewire.vectors.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One decision a call, over the recorded entries one after the other. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class Decisions {

  /** Which entries: all, those that are entered, or those refused with a code. */
  @Param({
    "ALL",
    "ENTER",
    "CONFIRMATION_ONLY",
    "TRIGGER_TOO_OLD",
    "SCORE_TOO_LOW",
    "STRAT_CONFIDENCE_TOO_LOW",
    "MARKET_DATA_UNAVAILABLE",
    "VIX_TOO_HIGH",
    "SIZE_BELOW_MINIMUM",
    "PREMIUM_UNKNOWN",
    "MAX_EXPOSURE",
    "IN_THE_FUTURE"
  })
  public String outcome = "ALL";

  private EntryPolicy[] policies = {};
  private EntryQuestion[] questions = {};
  private int next;

  /** Reads the questions once. */
  @Setup
  public void read() {
    EntryFamily family = new EntryFamily();
    List<EntryPolicy> rules = new ArrayList<>();
    List<EntryQuestion> asked = new ArrayList<>();
    for (Vector vector : Vector.of("entry", Decisions.class)) {
      EntryPolicy policy = family.policy(vector.config());
      EntryQuestion question = family.question(vector.config(), vector.input());
      String answer = policy.judge(question).rejection().map(Rejection::name).orElse("ENTER");
      if (outcome.equals("ALL") || outcome.equals(answer)) {
        rules.add(policy);
        asked.add(question);
      }
    }
    policies = rules.toArray(EntryPolicy[]::new);
    questions = asked.toArray(EntryQuestion[]::new);
  }

  /** The decision with its whole explanation, as values; text is made when someone reads it. */
  @Benchmark
  public EntryJudgement explained() {
    next = next + 1 < questions.length ? next + 1 : 0;
    return policies[next].judge(questions[next]);
  }

  /** Only whether to enter. */
  @Benchmark
  public boolean verdict() {
    next = next + 1 < questions.length ? next + 1 : 0;
    return policies[next].enters(questions[next]);
  }
}
