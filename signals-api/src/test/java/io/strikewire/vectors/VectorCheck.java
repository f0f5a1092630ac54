package io.strikewire.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.market.TradingCalendar;
import io.strikewire.payload.Payload;
import io.strikewire.whatif.DecisionFamily;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Asks a family every recorded question: where the reference was right the answer has to be the
 * recorded one, and where it was wrong the answer may differ in the fields that its codes explain.
 * Leaves one line for each answer that differs in {@code target/vectors/FAMILY.txt}.
 */
public final class VectorCheck {

  private final DecisionFamily family;
  private final TradingCalendar calendar;
  private final Map<String, String> explains;

  /**
   * A check of this family.
   *
   * @param explains for each code a regular expression of the fields that it may change
   */
  public VectorCheck(
      DecisionFamily family, TradingCalendar calendar, Map<String, String> explains) {
    this.family = family;
    this.calendar = calendar;
    this.explains = explains;
  }

  /** Asks all of them. */
  public void run() {
    List<String> wrong = new ArrayList<>();
    List<String> report = new ArrayList<>();
    List<Vector> vectors = Vector.of(family.name(), getClass());
    for (Vector vector : vectors) {
      Map<String, ?> answer = family.answer(vector.config(), vector.input(), calendar);
      List<Difference> differences = Difference.between(comparable(vector.expected()), answer);
      if (!differences.isEmpty()) {
        report.add(vector.id() + ' ' + vector.deviations() + ' ' + differences);
      }
      differences.stream()
          .filter(Predicate.not(difference -> explained(difference, vector.deviations())))
          .forEach(
              difference -> wrong.add(vector.id() + ' ' + vector.deviations() + ' ' + difference));
    }
    report.add(0, summary(vectors, report.size()));
    write(report);
    assertThat(vectors).hasSizeGreaterThan(50);
    assertThat(wrong).isEmpty();
  }

  private String summary(List<Vector> vectors, int different) {
    long coded = vectors.stream().filter(vector -> !vector.deviations().isEmpty()).count();
    return family.name()
        + ": "
        + vectors.size()
        + " recorded, "
        + coded
        + " with codes, "
        + (vectors.size() - different)
        + " answered alike, "
        + different
        + " better for the reason of a code among "
        + new TreeSet<>(explains.keySet());
  }

  /** On REJECT the reference wrote zeroes for its calculations; its trace has the real values. */
  private static Payload comparable(Payload expected) {
    boolean zeroed =
        expected.first("decision").filter("REJECT"::equals).isPresent()
            && expected.first("trace").isPresent();
    return zeroed ? expected.without(List.of("calculations")) : expected;
  }

  private boolean explained(Difference difference, List<String> codes) {
    return codes.stream()
        .anyMatch(code -> difference.path().matches(explains.getOrDefault(code, "")));
  }

  private void write(List<String> report) {
    Path file = Path.of("target", "vectors", family.name() + ".txt");
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, report);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot write " + file, broken);
    }
  }
}
