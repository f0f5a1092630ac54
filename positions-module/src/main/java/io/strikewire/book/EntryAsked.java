package io.strikewire.book;

import io.strikewire.position.KillSwitch;
import io.strikewire.position.Market;
import io.strikewire.risk.RiskLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the book looks at before an entry is ordered.
 *
 * @param contracts how many are to be bought
 * @param market what the contract can be bought at
 * @param stated the premium the signal itself named, if it did
 * @param brake the kill switch
 * @param use what the portfolio uses of its limits already
 * @param now on the service's clock
 */
public record EntryAsked(
    int contracts,
    Market market,
    Optional<BigDecimal> stated,
    KillSwitch.State brake,
    RiskLimits.Use use,
    Instant now) {

  /** What its limits are asked. */
  RiskLimits.Request request() {
    return new RiskLimits.Request(contracts, market.ask(), stated);
  }

  EntryAsked of(int others) {
    return new EntryAsked(others, market, stated, brake, use, now);
  }

  EntryAsked at(BigDecimal ask) {
    return at(new Market(market.bid().min(ask), ask, market.basis(), market.at()));
  }

  EntryAsked quoted(Duration before) {
    return at(new Market(market.bid(), market.ask(), market.basis(), now.minus(before)));
  }

  private EntryAsked at(Market other) {
    return new EntryAsked(contracts, other, stated, brake, use, now);
  }

  EntryAsked released() {
    return new EntryAsked(
        contracts,
        market,
        stated,
        new KillSwitch.State(KillSwitch.Mode.ACTIVE, "released", brake.since(), brake.by()),
        use,
        now);
  }

  EntryAsked using(RiskLimits.Use other) {
    return new EntryAsked(contracts, market, stated, brake, other, now);
  }
}
