package io.strikewire.position;

import io.strikewire.option.OptionContract;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.SignalId;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Contracts held, or once held. Prices are USD per share, profit and loss USD for all contracts.
 *
 * @param quantity contracts still open
 * @param entryPrice what was paid per share
 * @param mark the latest market known: it may be old, ask {@link #markAge}
 * @param bestPrice the highest bid since it was opened
 * @param unrealizedPnl of the open contracts, before costs of closing
 * @param realizedPnl net of all commissions and fees paid so far
 */
public record Position(
    UUID id,
    SignalId signalId,
    Portfolio portfolio,
    Symbol symbol,
    OptionContract contract,
    int quantity,
    BigDecimal entryPrice,
    Market mark,
    BigDecimal bestPrice,
    BigDecimal unrealizedPnl,
    BigDecimal realizedPnl,
    Optional<String> exitReason,
    Instant openedAt,
    Optional<Instant> closedAt) {

  /** The latest price known: halfway between bid and ask. */
  public BigDecimal currentPrice() {
    return mark.mid();
  }

  /**
   * On whose word: {@code QUOTE}, {@code MODEL}, {@code PREMIUM}, {@code LAST_KNOWN}, {@code FILL}.
   */
  public String priceBasis() {
    return mark.basis();
  }

  /** How old the latest price is. */
  public Duration markAge(Instant now) {
    return Duration.between(mark.at(), now);
  }

  /** USD that selling all of it at the bid would bring, before costs. */
  public BigDecimal liquidationValue() {
    return mark.bid()
        .multiply(BigDecimal.valueOf((long) quantity * OptionContract.MULTIPLIER))
        .setScale(2, RoundingMode.HALF_UP);
  }

  /** Whether nothing is left open. */
  public boolean isClosed() {
    return closedAt.isPresent();
  }
}
