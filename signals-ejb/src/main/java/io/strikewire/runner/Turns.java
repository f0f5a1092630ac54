package io.strikewire.runner;

import java.time.Duration;

/** How the turns of one portfolio follow each other: never two at once. For several threads. */
public final class Turns {

  private static final Duration BUSY = Duration.ofMillis(5);
  private static final Duration LONG_BUSY = Duration.ofMillis(160);

  private boolean underWay;
  private boolean wanted;
  private int oneByOne;
  private Duration untilFree = BUSY;

  /** Whether a turn may begin now; if not, another follows the one that is under way. */
  public synchronized boolean begin() {
    wanted = underWay;
    boolean free = !underWay;
    underWay = true;
    return free;
  }

  /**
   * The turn is over.
   *
   * @param more whether it left something to do
   * @return whether another is to begin
   */
  public synchronized boolean end(boolean more) {
    underWay = false;
    return more || wanted;
  }

  /** How many signals the turn decides: one by one after a failure that was not one signal's. */
  public synchronized int most(int usual) {
    if (oneByOne == 0) {
      return usual;
    }
    oneByOne--;
    return 1;
  }

  /** One of so many signals failed, and it is not known which. */
  public synchronized void suspect(int signals) {
    oneByOne = signals;
  }

  /**
   * Someone else has the portfolio: for a moment, or for good, when it is another instance.
   *
   * @return how long to leave it alone: longer each time
   */
  public synchronized Duration standBack() {
    Duration now = untilFree;
    untilFree = now.compareTo(LONG_BUSY) < 0 ? now.multipliedBy(2) : LONG_BUSY;
    return now;
  }

  /** The portfolio was ours. */
  public synchronized void taken() {
    untilFree = BUSY;
  }
}
