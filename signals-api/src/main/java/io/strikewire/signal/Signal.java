package io.strikewire.signal;

import io.strikewire.option.OptionContract;
import io.strikewire.payload.Payload;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * An alert as it was understood.
 *
 * @param id its name
 * @param portfolio whose book it acts on
 * @param source who speaks, upper case: {@code TRADINGVIEW}
 * @param strategy the sender's own name for the strategy or alert, if it gave one
 * @param symbol the underlying
 * @param intent what it asks for
 * @param timeframe bar size it was computed on
 * @param timestamp when the sender says it happened; arrival time if it did not say
 * @param contract the option it names, if it names one completely
 * @param premium the option's price in USD per share, if given
 * @param price the underlying's price in USD, if given
 * @param grade how well the sender proved itself
 * @param metadata everything else it said
 * @param receivedAt when it was stored
 */
public record Signal(
    SignalId id,
    Portfolio portfolio,
    String source,
    Optional<String> strategy,
    Symbol symbol,
    Intent intent,
    Timeframe timeframe,
    Instant timestamp,
    Optional<OptionContract> contract,
    Optional<BigDecimal> premium,
    Optional<BigDecimal> price,
    AuthGrade grade,
    Payload metadata,
    Instant receivedAt) {

  /** Whether it only tests the service: nothing may follow from it, whatever the rules say. */
  public boolean isRehearsal() {
    return intent instanceof Intent.Rehearse;
  }

  /** This signal, about this contract. */
  public Signal withContract(OptionContract chosen) {
    return new Signal(
        id,
        portfolio,
        source,
        strategy,
        symbol,
        intent,
        timeframe,
        timestamp,
        Optional.of(chosen),
        premium,
        price,
        grade,
        metadata,
        receivedAt);
  }
}
