package io.strikewire.position;

import io.strikewire.option.OptionContract;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.SignalId;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Contracts held, or once held. Prices are USD per share, profit and loss USD for all contracts.
 *
 * @param quantity contracts still open
 * @param entryPrice what was paid per share
 * @param currentPrice the latest price known
 * @param priceBasis where that price comes from: {@code QUOTE}, {@code MODEL}, {@code PREMIUM},
 *     {@code LAST_KNOWN}
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
    BigDecimal currentPrice,
    String priceBasis,
    BigDecimal unrealizedPnl,
    BigDecimal realizedPnl,
    Optional<String> exitReason,
    Instant openedAt,
    Optional<Instant> closedAt) {

  /** Whether nothing is left open. */
  public boolean isClosed() {
    return closedAt.isPresent();
  }
}
