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

  /** Something waits: a turn is to begin, or to follow the one that is under way. */
  public synchronized void want() {
    wanted = true;
  }

  /**
   * Whether a turn begins now.
   *
   * @param unasked even if nobody said that something waits
   */
  public synchronized boolean begin(boolean unasked) {
    if (underWay || !(wanted || unasked)) {
      return false;
    }
    wanted = false;
    underWay = true;
    return true;
  }

  /**
   * The turn is over.
   *
   * @param more whether it left something to do
   * @return whether another is to begin
   */
  public synchronized boolean end(boolean more) {
    underWay = false;
    wanted |= more;
    return wanted;
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
