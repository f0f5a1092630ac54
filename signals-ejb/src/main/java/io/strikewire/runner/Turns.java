package io.strikewire.runner;

import java.time.Duration;

/** How the turns of one portfolio follow each other: never two at once. For several threads. */
public final class Turns {

  private static final Duration BUSY = Duration.ofMillis(5);
  private static final Duration LONG_BUSY = Duration.ofMillis(160);
  private static final int LONGEST = 4;

  private boolean underWay;
  private boolean wanted;
  private boolean wholeWanted;
  private boolean whole;
  private int oneByOne;
  private int length = 1;
  private Duration untilFree = BUSY;

  /** Something waits: a turn is to begin, or to follow the one that is under way. */
  public synchronized void want() {
    wanted = true;
  }

  /** As {@link #want}, and that turn looks from the beginning: something may have stayed behind. */
  public synchronized void wantWhole() {
    wanted = true;
    wholeWanted = true;
  }

  /** Whether a turn begins now. */
  public synchronized boolean begin() {
    if (underWay || !wanted) {
      return false;
    }
    underWay = true;
    whole = wholeWanted;
    wanted = false;
    wholeWanted = false;
    return true;
  }

  /** Whether the turn looks from the beginning. */
  public synchronized boolean isWhole() {
    return whole;
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

  /**
   * How many signals the turn decides: more than usual while a backlog is worked off, one by one
   * after a failure that was not one signal's.
   */
  public synchronized int most(int usual) {
    if (oneByOne == 0) {
      return usual * length;
    }
    oneByOne--;
    return 1;
  }

  /**
   * Much of a turn is the same for few signals and for many, so a backlog is worked off in longer
   * and longer ones, up to a bound. A burst begins with a short one, and is told of it early.
   *
   * @param behind whether the turn left signals behind, and nobody else has to go first
   */
  public synchronized void lengthen(boolean behind) {
    length = behind ? Math.min(2 * length, LONGEST) : 1;
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
