package io.strikewire.market;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The provider that market contexts are pulled from, and the mode it leaves the service in. */
public interface MarketDataFeed {

  /** The mode that holds; read from memory, so that a decision can state it. */
  MarketDataMode mode();

  /** The modes that held so far, newest first, at most 200. */
  List<MarketDataMode> modes();

  /**
   * The provider's market now: one request however many ask, none within its time to live; the last
   * answer while that may still be used. Waits for the provider: not for decisions.
   */
  Snapshot<MarketContext> ask(Instant now);

  /** The newest context, for whoever looks: does not count towards the hit rate of decisions. */
  Snapshot<MarketContext> newest(Instant now);

  /** What became of the requests so far. */
  State state(Instant now);

  /**
   * @param provider its name; {@code none} when contexts are only pushed
   * @param fetched requests that gave a market
   * @param failed requests that did not
   * @param answered questions answered without a request
   * @param age of the last market fetched
   * @param lastFailure why the last failed request failed
   */
  record State(
      String provider,
      long fetched,
      long failed,
      long answered,
      Optional<Duration> age,
      Optional<String> lastFailure) {}
}
