package io.strikewire.position;

import io.strikewire.option.OptionContract;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes quotes from those who have a feed of their own. */
public interface QuoteFeed {

  /**
   * Stores quotes; one that is not newer than the contract's stored one is passed over.
   *
   * @return how many were stored
   */
  int accept(List<Quote> quotes, Instant now);

  /** The newest stored quote of each contract that has one, whatever its age. */
  Map<OptionContract, Quote> latest(Set<OptionContract> contracts);

  /**
   * A contract's quote in USD per share.
   *
   * @param bid at least 0
   * @param ask above 0 and at least the bid
   * @param last the last trade's price, if known
   * @param at when it was so
   */
  record Quote(
      OptionContract contract,
      BigDecimal bid,
      BigDecimal ask,
      Optional<BigDecimal> last,
      Instant at) {}
}
