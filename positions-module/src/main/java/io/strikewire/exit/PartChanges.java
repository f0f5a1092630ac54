package io.strikewire.exit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Another number of contracts still open, or of parts sold before. */
final class PartChanges {

  private final ExitQuestion asked;
  private final Holding holding;
  private final int parts;

  PartChanges(ExitQuestion asked, ExitSettings settings) {
    this.asked = asked;
    this.holding = asked.holding();
    this.parts = settings.partials().size();
  }

  Stream<ExitCounterfactual> all() {
    return Stream.concat(
        IntStream.rangeClosed(1, 2)
            .filter(contracts -> contracts != holding.quantity())
            .mapToObj(this::open),
        IntStream.rangeClosed(0, parts)
            .filter(taken -> parts > 0 && taken != holding.partialsTaken())
            .mapToObj(this::taken));
  }

  private ExitCounterfactual open(int contracts) {
    int now = holding.quantity();
    return new ExitCounterfactual(
        "contracts open " + (contracts > now ? "≥ " : "≤ ") + contracts,
        part(contracts - now, Math.max(1, now)),
        asked.of(holding.of(contracts)));
  }

  private ExitCounterfactual taken(int number) {
    return new ExitCounterfactual(
        number + " of " + parts + " parts taken",
        part(number - holding.partialsTaken(), parts),
        asked.of(holding.afterParts(number)));
  }

  private static BigDecimal part(int change, int of) {
    return BigDecimal.valueOf(Math.abs(change))
        .divide(BigDecimal.valueOf(of), 12, RoundingMode.HALF_UP);
  }
}
