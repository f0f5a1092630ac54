package io.strikewire.context.feed;

import io.strikewire.market.MarketDataMode;
import java.time.Instant;
import java.util.Optional;

/**
 * Enters the degraded mode after so many failures in a row and leaves it after so many successes in
 * a row. Observed by one thread at a time; the mode may be read by any.
 */
public final class ModeWatch {

  private final int failuresToDegrade;
  private final int successesToRecover;
  private volatile MarketDataMode mode;
  private int failures;
  private int successes;

  /** Normal since {@code since}. */
  public ModeWatch(int failuresToDegrade, int successesToRecover, Instant since) {
    this.failuresToDegrade = failuresToDegrade;
    this.successesToRecover = successesToRecover;
    this.mode = new MarketDataMode.Normal(since);
  }

  /** The mode that holds. */
  public MarketDataMode mode() {
    return mode;
  }

  /** Goes on from a mode that held before. */
  public synchronized void resume(MarketDataMode held) {
    mode = held;
    failures = 0;
    successes = 0;
  }

  /** Market data arrived; the new mode, if that changed it. */
  public synchronized Optional<MarketDataMode> succeeded(Instant now) {
    failures = 0;
    successes++;
    return mode instanceof MarketDataMode.Degraded && successes >= successesToRecover
        ? Optional.of(enter(new MarketDataMode.Normal(now)))
        : Optional.empty();
  }

  /** It did not; the new mode, if that changed it. */
  public synchronized Optional<MarketDataMode> failed(String why, Instant now) {
    successes = 0;
    failures++;
    return mode instanceof MarketDataMode.Normal && failures >= failuresToDegrade
        ? Optional.of(enter(new MarketDataMode.Degraded(now, why)))
        : Optional.empty();
  }

  private MarketDataMode enter(MarketDataMode next) {
    mode = next;
    return next;
  }
}
