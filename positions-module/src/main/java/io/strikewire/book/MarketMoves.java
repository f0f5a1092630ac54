package io.strikewire.book;

import io.strikewire.signal.Portfolio;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How often the market moved, and up to which move each portfolio's positions were looked at. Safe
 * for several threads: a move that comes while somebody looks is not taken for seen.
 */
public final class MarketMoves {

  private final AtomicLong moves = new AtomicLong();
  private final Map<Portfolio, Long> seen = new ConcurrentHashMap<>();

  /** The market moved. */
  public void moved() {
    moves.incrementAndGet();
  }

  /** How often it did; asked before looking. */
  public long count() {
    return moves.get();
  }

  /** Whether it moved since this portfolio was looked at; so it is before the first look. */
  public boolean isBehind(Portfolio portfolio) {
    Long last = seen.get(portfolio);
    return last == null || last < moves.get();
  }

  /** A portfolio was looked at; {@code count} is what {@link #count} said before. */
  public void lookedAt(Portfolio portfolio, long count) {
    seen.merge(portfolio, count, Math::max);
  }
}
