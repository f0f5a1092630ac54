package io.strikewire.validate;

import io.strikewire.confluence.Confluence;
import io.strikewire.confluence.Ratio;
import io.strikewire.decision.Rejection;
import io.strikewire.decision.Verdict;
import io.strikewire.market.TradingCalendar;
import io.strikewire.market.TradingCalendar.Session;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * The rules that an entry has to pass before anyone looks at the market, in the order in which the
 * first failure decides.
 */
public enum ValidationRule {

  /** Two entries of one symbol and side keep their distance. */
  COOLDOWN {
    @Override
    Finding judge(ValidationQuestion asked, ValidationSettings limits, TradingCalendar calendar) {
      // An entry that seems to lie ahead means that the clock was set back: it still cools down.
      Optional<Duration> since = asked.lastEntry().map(last -> Duration.between(last, asked.now()));
      boolean cooling = since.filter(passed -> passed.compareTo(limits.cooldown()) < 0).isPresent();
      return finding(
          !cooling,
          Rejection.COOLDOWN,
          since.map(passed -> "last entry " + seconds(passed) + " ago").orElse("no entry before")
              + ", cooldown "
              + seconds(limits.cooldown()));
    }
  },

  /** The exchange is open by our clock, and the time of day is one for entries. */
  MARKET_HOURS {
    @Override
    Finding judge(ValidationQuestion asked, ValidationSettings limits, TradingCalendar calendar) {
      ZonedDateTime local = asked.now().atZone(TradingCalendar.NEW_YORK);
      LocalDate today = local.toLocalDate();
      Optional<Session> session =
          asked
              .contract()
              .map(contract -> calendar.session(today, contract))
              .orElseGet(() -> calendar.session(today, asked.symbol()));
      LocalTime time = local.toLocalTime();
      String moment = today + " " + time.withNano(0) + " New York";
      if (session.isEmpty()) {
        return finding(false, Rejection.MARKET_HOURS, moment + " is not a day on which it trades");
      }
      boolean window = !time.isBefore(limits.windowStart()) && time.isBefore(limits.windowEnd());
      LocalTime close = session.get().close().atZone(TradingCalendar.NEW_YORK).toLocalTime();
      return finding(
          session.get().contains(asked.now()) && window,
          Rejection.MARKET_HOURS,
          moment
              + "; entries "
              + limits.windowStart()
              + " to "
              + limits.windowEnd()
              + ", session closes "
              + close
              + (session.get().early() ? " (early close)" : ""));
    }
  },

  /** The larger timeframes do not go the other way: by stored signals, and by the sender. */
  MTF {
    @Override
    Finding judge(ValidationQuestion asked, ValidationSettings limits, TradingCalendar calendar) {
      Confluence larger =
          Confluence.ofLargerBars(
              asked.symbol(), asked.timeframe(), asked.side(), asked.peers(), limits.weights());
      boolean stored = larger.used().isAtLeast(limits.leastAlignment());
      Optional<Object> word = asked.metadata().first("mtf_aligned");
      boolean sender = word.map(value -> truth(value).orElse(false)).orElse(true);
      String said =
          word.map(value -> truth(value).map(yes -> "sender says " + yes).orElse(malformed(value)))
              .orElse("sender says nothing");
      return finding(
          stored && sender, Rejection.MTF, shown(larger) + " on larger timeframes; " + said);
    }

    private Optional<Boolean> truth(Object value) {
      String text = value.toString().toLowerCase(Locale.ROOT);
      boolean typed = value instanceof Boolean || value instanceof String;
      return typed && (text.equals("true") || text.equals("false"))
          ? Optional.of(text.equals("true"))
          : Optional.empty();
    }

    private String malformed(Object value) {
      return "mtf_aligned is true or false, was " + value;
    }
  },

  /** Other sources do not disagree: by stored signals, and by the sender. */
  CONFLUENCE {
    @Override
    Finding judge(ValidationQuestion asked, ValidationSettings limits, TradingCalendar calendar) {
      Confluence others =
          Confluence.of(
              asked.symbol(), asked.timeframe(), asked.side(), asked.peers(), limits.weights());
      boolean stored = others.used().isAtLeast(limits.leastConfluence());
      Optional<Object> word = asked.metadata().first("confluence");
      boolean sender =
          word.map(
                  value ->
                      share(value)
                          .map(Ratio::of)
                          .filter(said -> said.isAtLeast(limits.leastConfluence()))
                          .isPresent())
              .orElse(true);
      String said =
          word.map(value -> share(value).map(n -> "sender says " + n).orElse(malformed(value)))
              .orElse("sender says nothing");
      return finding(
          stored && sender, Rejection.CONFLUENCE, shown(others) + " of other sources; " + said);
    }

    private Optional<BigDecimal> share(Object value) {
      String text = value.toString();
      boolean typed = value instanceof BigDecimal || value instanceof String;
      return typed && text.matches("[01]|[01]?\\.\\d{1,12}")
          ? Optional.of(new BigDecimal(text)).filter(n -> n.compareTo(BigDecimal.ONE) <= 0)
          : Optional.empty();
    }

    private String malformed(Object value) {
      return "confluence is 0 to 1, was " + value;
    }
  },

  /** Neither too old nor from the future. */
  AGE {
    @Override
    Finding judge(ValidationQuestion asked, ValidationSettings limits, TradingCalendar calendar) {
      Duration age = Duration.between(asked.timestamp(), asked.now());
      if (age.negated().compareTo(limits.clockSkew()) > 0) {
        return finding(
            false,
            Rejection.IN_THE_FUTURE,
            "the alert's time is " + seconds(age.negated()) + " ahead");
      }
      return finding(
          age.compareTo(limits.maxAge()) <= 0,
          Rejection.TOO_OLD,
          "the alert is " + seconds(age) + " old, at most " + seconds(limits.maxAge()));
    }
  };

  /** Asks the rule. */
  abstract Finding judge(
      ValidationQuestion asked, ValidationSettings limits, TradingCalendar calendar);

  Finding finding(boolean passed, Rejection code, String facts) {
    return new Finding(
        this, code, passed ? Verdict.pass(name(), facts) : Verdict.fail(name(), facts));
  }

  static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
  }

  private static String shown(Confluence agreement) {
    return agreement.isKnown()
        ? "agreement "
            + Math.round(agreement.weighted() * 1000) / 1000.0
            + " ("
            + agreement.agreeing()
            + " of "
            + agreement.total()
            + ")"
        : "agreement 0.5, nothing to compare with";
  }

  /**
   * A rule's word.
   *
   * @param code what it refuses with if it fails
   */
  record Finding(ValidationRule rule, Rejection code, Verdict verdict) {
    boolean passed() {
      return verdict.outcome() == Verdict.Outcome.PASS;
    }
  }
}
