package io.strikewire.gex.feed;

import io.strikewire.market.TradingCalendar;
import io.strikewire.signal.Symbol;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When each chain is due: in its session, so often. Not safe for several threads. */
public final class RefreshPlan {

  private final TradingCalendar calendar;
  private final List<Symbol> symbols;
  private final Duration every;
  private final Map<Symbol, Instant> asked = new HashMap<>();

  /**
   * @param every time between two refreshes of one symbol
   */
  public RefreshPlan(TradingCalendar calendar, List<Symbol> symbols, Duration every) {
    this.calendar = calendar;
    this.symbols = List.copyOf(symbols);
    this.every = every;
  }

  /** Those due at {@code now}; they are not due again before their time. */
  public List<Symbol> due(Instant now) {
    List<Symbol> due = symbols.stream().filter(symbol -> isDue(symbol, now)).toList();
    due.forEach(symbol -> asked.put(symbol, now));
    return due;
  }

  private boolean isDue(Symbol symbol, Instant now) {
    LocalDate today = now.atZone(TradingCalendar.NEW_YORK).toLocalDate();
    Instant last = asked.getOrDefault(symbol, Instant.EPOCH);
    return calendar.session(today, symbol).filter(session -> session.contains(now)).isPresent()
        && !now.isBefore(last.plus(every));
  }
}
