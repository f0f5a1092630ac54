package io.strikewire.exit;

import io.strikewire.exit.ExitRule.Finding;
import io.strikewire.exit.ExitRule.Situation;
import io.strikewire.exit.ExitSettings.Partial;
import io.strikewire.exit.ExitSettings.Trailing;
import io.strikewire.gex.GexReading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The exit rules. Reading {@link #inForce} is reading the policy. */
final class ExitRules {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private ExitRules() {}

  private record Named(ExitReason reason, Function<Situation, Finding> judgement)
      implements ExitRule {
    @Override
    public Finding judge(Situation situation) {
      return judgement.apply(situation);
    }
  }

  /** Every rule that is on, in the order asked. */
  static List<ExitRule> inForce(ExitSettings settings) {
    List<ExitRule> rules = new ArrayList<>();
    rules.add(profitTarget(settings.profitTarget()));
    if (!settings.partials().isEmpty()) {
      rules.add(partialProfit(settings.partials()));
    }
    rules.add(stopLoss(settings.stopLoss()));
    settings.trailing().map(ExitRules::trailingStop).ifPresent(rules::add);
    rules.add(gexFlip(settings.gexMaxAge()));
    rules.add(timeExit(settings));
    settings.daysToExpiry().map(ExitRules::daysToExpiry).ifPresent(rules::add);
    settings.maxHolding().map(ExitRules::maxHolding).ifPresent(rules::add);
    return List.copyOf(rules);
  }

  private static ExitRule profitTarget(BigDecimal target) {
    return priced(
        ExitReason.PROFIT_TARGET,
        (situation, gain) ->
            situation.sellAllIf(
                gain.isAtLeast(target), shown(gain) + ", target " + shown(target) + " %"));
  }

  /** A single contract cannot be sold in parts: it waits for the target. */
  private static ExitRule partialProfit(List<Partial> partials) {
    return priced(
        ExitReason.PARTIAL_PROFIT,
        (situation, gain) -> {
          int taken = situation.holding().partialsTaken();
          int open = situation.holding().quantity();
          if (taken >= partials.size() || open < 2) {
            return new Finding.Keep(taken + " of " + partials.size() + " parts taken");
          }
          Partial next = partials.get(taken);
          String facts = shown(gain) + ", next part at " + shown(next.gain()) + " %";
          int part =
              next.part()
                  .multiply(BigDecimal.valueOf(open))
                  .setScale(0, RoundingMode.DOWN)
                  .max(BigDecimal.ONE)
                  .intValueExact();
          return gain.isAtLeast(next.gain())
              ? new Finding.Sell(part, facts)
              : new Finding.Keep(facts);
        });
  }

  private static ExitRule stopLoss(BigDecimal stop) {
    return priced(
        ExitReason.STOP_LOSS,
        (situation, gain) ->
            situation.sellAllIf(gain.isAtMost(stop), shown(gain) + ", stop " + shown(stop) + " %"));
  }

  private static ExitRule trailingStop(Trailing trailing) {
    return priced(
        ExitReason.TRAILING_STOP,
        (situation, gain) -> {
          BigDecimal best = situation.holding().bestPrice().orElse(gain.current());
          best = best.max(gain.current());
          boolean armed = new Gain(gain.entry(), best).isAtLeast(trailing.armedAt());
          BigDecimal floor = best.multiply(HUNDRED.subtract(trailing.fall())).movePointLeft(2);
          return situation.sellAllIf(
              armed && gain.current().compareTo(floor) <= 0,
              gain.current()
                  + " USD, best "
                  + best
                  + (armed ? ", stop at " + shown(floor) : ", not armed"));
        });
  }

  /**
   * The newest reading has turned against the holding, after it was bought and not too long ago.
   */
  private static ExitRule gexFlip(Duration maxAge) {
    return new Named(
        ExitReason.GEX_FLIP,
        situation -> {
          if (situation.gex().size() < 2) {
            return new Finding.Keep("no earlier gamma exposure to compare with");
          }
          GexReading newest = situation.gex().get(0);
          Optional<?> earlier = situation.gex().get(1).direction();
          boolean flipped = newest.direction().isPresent() && !newest.direction().equals(earlier);
          boolean against =
              newest.direction().filter(situation.holding().direction()::equals).isEmpty();
          Duration age = Duration.between(newest.asOf(), situation.now());
          boolean counts =
              age.compareTo(maxAge) <= 0 && !newest.asOf().isBefore(situation.holding().openedAt());
          return situation.sellAllIf(
              flipped && against && counts,
              "gamma exposure "
                  + newest.direction().map(Enum::name).orElse("neither side")
                  + " after "
                  + earlier.map(Object::toString).orElse("neither side")
                  + ", "
                  + age.toMinutes()
                  + " min old"
                  + (counts ? "" : ", which no longer counts for this position"));
        });
  }

  private static ExitRule timeExit(ExitSettings settings) {
    return new Named(
        ExitReason.TIME_EXIT,
        situation -> {
          LocalTime from =
              situation.session().map(settings::timeExitIn).orElse(settings.timeExit());
          LocalTime time = situation.newYork().toLocalTime().truncatedTo(ChronoUnit.SECONDS);
          return situation.sellAllInSessionIf(
              !situation.newYork().toLocalTime().isBefore(from),
              time + " New York, everything is sold from " + from + " while the exchange is open");
        });
  }

  private static ExitRule daysToExpiry(int days) {
    return new Named(
        ExitReason.DAYS_TO_EXPIRY,
        situation ->
            situation
                .holding()
                .expiration()
                .map(
                    last -> {
                      long left = ChronoUnit.DAYS.between(situation.newYork().toLocalDate(), last);
                      return situation.sellAllInSessionIf(
                          left <= days, left + " days to expiry, sold at " + days);
                    })
                .orElse(new Finding.Keep("expiry unknown")));
  }

  private static ExitRule maxHolding(Duration longest) {
    return new Named(
        ExitReason.MAX_HOLDING,
        situation -> {
          Duration held = Duration.between(situation.holding().openedAt(), situation.now());
          return situation.sellAllInSessionIf(
              held.compareTo(longest) >= 0,
              "held " + held.toMinutes() + " min, at most " + longest.toMinutes());
        });
  }

  private interface PricedJudgement {
    Finding judge(Situation situation, Gain gain);
  }

  private static ExitRule priced(ExitReason reason, PricedJudgement judgement) {
    return new Named(
        reason,
        situation ->
            situation
                .gain()
                .map(gain -> judgement.judge(situation, gain))
                .orElse(new Finding.Keep("the price is unknown")));
  }

  private static String shown(Gain gain) {
    return shown(gain.percent().setScale(2, RoundingMode.HALF_EVEN)) + " %";
  }

  private static String shown(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
