package io.strikewire.validate;

import io.strikewire.decision.Rejection;
import io.strikewire.decision.Verdict;
import io.strikewire.market.TradingCalendar;
import io.strikewire.market.TradingCalendar.Session;
import io.strikewire.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules that an entry has to pass before anyone looks at the market, in this order: cooldown,
 * market hours, age. All are asked and reported; the first that fails decides.
 */
public final class EntryRules {

  private final TradingCalendar calendar;
  private final ValidationSettings settings;

  /** Rules with these limits. */
  public EntryRules(TradingCalendar calendar, ValidationSettings settings) {
    this.calendar = calendar;
    this.settings = settings;
  }

  /**
   * What all rules said.
   *
   * @param failure the first failing rule's code; empty when every rule passed
   */
  public record Result(List<Verdict> verdicts, Optional<Rejection> failure) {}

  private record Check(Verdict verdict, Rejection code) {}

  /**
   * Asks every rule.
   *
   * @param lastEntry when a signal of this symbol and side last entered in the portfolio
   */
  public Result judge(Signal signal, Optional<Instant> lastEntry, Instant now) {
    List<Check> checks =
        List.of(cooldown(lastEntry, now), marketHours(signal, now), age(signal, now));
    Optional<Rejection> failure =
        checks.stream()
            .filter(check -> check.verdict().outcome() == Verdict.Outcome.FAIL)
            .map(Check::code)
            .findFirst();
    Stream<Verdict> verdicts = checks.stream().map(Check::verdict);
    return new Result(verdicts.toList(), failure);
  }

  private Check cooldown(Optional<Instant> lastEntry, Instant now) {
    String limit = settings.cooldown().toSeconds() + " s";
    // An entry that seems to lie ahead means that the clock was set back: it still cools down.
    boolean cooling =
        lastEntry
            .filter(last -> Duration.between(last, now).compareTo(settings.cooldown()) < 0)
            .isPresent();
    String facts =
        lastEntry
            .map(last -> "last entry " + Duration.between(last, now).toSeconds() + " s ago")
            .orElse("no entry before");
    return check(Rejection.COOLDOWN, !cooling, facts + ", cooldown " + limit);
  }

  private Check marketHours(Signal signal, Instant now) {
    ZonedDateTime local = now.atZone(TradingCalendar.NEW_YORK);
    Optional<Session> session = calendar.session(local.toLocalDate(), signal.symbol());
    LocalTime time = local.toLocalTime();
    String moment = local.toLocalDate() + " " + time.withNano(0) + " New York";
    if (session.isEmpty()) {
      return check(Rejection.MARKET_HOURS, false, moment + " is not a trading day");
    }
    boolean open = session.get().contains(now);
    boolean window = !time.isBefore(settings.windowStart()) && time.isBefore(settings.windowEnd());
    LocalTime close = session.get().close().atZone(TradingCalendar.NEW_YORK).toLocalTime();
    String hours =
        "entries "
            + settings.windowStart()
            + " to "
            + settings.windowEnd()
            + ", session closes "
            + close
            + (session.get().early() ? " (early close)" : "");
    return check(Rejection.MARKET_HOURS, open && window, moment + "; " + hours);
  }

  private Check age(Signal signal, Instant now) {
    Duration age = Duration.between(signal.timestamp(), now);
    if (age.negated().compareTo(settings.clockSkew()) > 0) {
      return check(
          Rejection.IN_THE_FUTURE,
          false,
          "the alert's time is " + age.negated().toSeconds() + " s ahead");
    }
    return check(
        Rejection.TOO_OLD,
        age.compareTo(settings.maxAge()) <= 0,
        "the alert is "
            + age.toSeconds()
            + " s old, at most "
            + settings.maxAge().toSeconds()
            + " s");
  }

  private static Check check(Rejection code, boolean passed, String detail) {
    String rule =
        code == Rejection.TOO_OLD || code == Rejection.IN_THE_FUTURE ? "AGE" : code.name();
    return new Check(passed ? Verdict.pass(rule, detail) : Verdict.fail(rule, detail), code);
  }
}
