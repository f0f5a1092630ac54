package io.strikewire.intake;

import io.strikewire.dialect.Dialect;
import io.strikewire.dialect.Terms;
import io.strikewire.dialect.Terms.ScoreScale;
import io.strikewire.market.TradingCalendar;
import io.strikewire.payload.Mistake;
import io.strikewire.payload.Payload;
import io.strikewire.signal.RawSignal;
import io.strikewire.signal.Signal;
import io.strikewire.signal.Symbol;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Reads alerts: those of an indicator with marks of its own by its dialect, all others as the
 * deployment guide's generic form or a plain TradingView alert.
 */
public final class AlertDialect {

  /** Knows no holidays: for reading that does not need to know which option is meant. */
  private static final TradingCalendar EVERY_DAY =
      new TradingCalendar() {
        @Override
        public Optional<Session> session(LocalDate date, Symbol underlying) {
          return Optional.empty();
        }

        @Override
        public boolean isTradingDay(LocalDate date) {
          return true;
        }
      };

  private AlertDialect() {}

  /** What an alert turned out to say. */
  public sealed interface Reading {
    /** It was understood. */
    record Understood(Signal signal) implements Reading {}

    /** It was not: every mistake. */
    record Mistaken(List<Mistake> mistakes) implements Reading {}
  }

  /** Whether the alert says when it happened. */
  public static boolean hasTimestamp(Payload payload) {
    return isPlain(payload)
        ? GenericAlert.hasTimestamp(payload)
        : IndicatorAlert.hasTimestamp(payload);
  }

  /** The name of the dialect that an alert is written in. */
  public static String nameOf(Payload payload) {
    return isPlain(payload) ? PlainSender.of(payload).dialect() : Dialect.of(payload).name();
  }

  /**
   * Reads an alert as it arrives. The option that an indicator's alert means is not derived yet.
   *
   * @param known the source of alerts by this delivery that name none, if that is known
   */
  public static Reading read(RawSignal raw, Optional<String> known) {
    return read(raw, known, EVERY_DAY);
  }

  /**
   * Reads an alert completely.
   *
   * @param calendar for expirations that are derived
   */
  public static Reading read(RawSignal raw, Optional<String> known, TradingCalendar calendar) {
    if (isPlain(raw.payload())) {
      return GenericAlert.read(raw, known);
    }
    return IndicatorAlert.read(raw, new Terms(calendar, ScoreScale.USUAL));
  }

  /** Whether it has no marks of an indicator. */
  static boolean isPlain(Payload payload) {
    List<Dialect> all = Dialect.IN_ORDER;
    return Dialect.of(payload) == all.get(all.size() - 1);
  }
}
