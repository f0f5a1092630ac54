package io.strikewire.normalize;

import io.strikewire.decision.Rejection;
import io.strikewire.decision.Verdict;
import io.strikewire.hold.Hold;
import io.strikewire.market.TradingCalendar;
import io.strikewire.option.OptionContract;
import io.strikewire.payload.Payload;
import io.strikewire.signal.Signal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether an entry that was understood is one to decide on: nobody holds it, its option lives. */
public final class Admission {

  private static final String OTHERS = "notAlone";

  private Admission() {}

  /**
   * Why it is not.
   *
   * @param facts what was looked at, as the decision keeps it
   */
  public record Refusal(Rejection code, Verdict verdict, Map<String, Object> facts) {

    /** No single change would have been enough. */
    private Refusal amongOthers() {
      Map<String, Object> all = new LinkedHashMap<>(facts);
      all.put(OTHERS, true);
      return new Refusal(code, verdict, all);
    }
  }

  /**
   * Looks at an entry.
   *
   * @param holds those in force
   * @return the first thing in its way
   */
  public static Optional<Refusal> refusal(Signal signal, List<Hold> holds, Instant now) {
    LocalDate today = now.atZone(TradingCalendar.NEW_YORK).toLocalDate();
    List<Refusal> all =
        Stream.concat(
                holds.stream().filter(hold -> hold.concerns(signal)).map(Admission::held),
                signal.contract().stream()
                    .filter(contract -> contract.expiration().isBefore(today))
                    .map(contract -> expired(contract, today)))
            .toList();
    return all.stream().findFirst().map(first -> all.size() == 1 ? first : first.amongOthers());
  }

  /**
   * The single thing that would have had to be so for it to be admitted.
   *
   * @param facts those that the refusal kept
   */
  public static Optional<String> counterfactual(Payload facts) {
    if (facts.first(OTHERS).isPresent()) {
      return Optional.empty();
    }
    return facts
        .first("held")
        .map(name -> name + " released")
        .or(() -> facts.first("today").map(day -> "expiration on or after " + day));
  }

  private static Refusal held(Hold hold) {
    String name = hold.kind() + " " + hold.name();
    return new Refusal(
        Rejection.STRATEGY_PAUSED,
        Verdict.fail("HOLD", name + " is held since " + hold.since() + ": " + hold.reason()),
        Map.of("held", name));
  }

  private static Refusal expired(OptionContract contract, LocalDate today) {
    return new Refusal(
        Rejection.CONTRACT_EXPIRED,
        Verdict.fail("EXPIRATION", contract + " expired, today is " + today),
        Map.of("expiration", contract.expiration().toString(), "today", today.toString()));
  }
}
