package io.strikewire.pipeline;

import java.time.Duration;

/**
 * Who goes first when there is not enough processor for all. Senders that wait for their answer go
 * before decisions, and decisions before what can be done later: linking the audit log, deleting
 * what is old. Who has to let senders go first keeps to a seventh of the time, all instances
 * together, who only has to let decisions go first to half of it, in steps of a seventh of the
 * usual size, so that nobody meets a long one.
 */
public final class Precedence {

  private static final int CROWD = 12;
  private static final int SHARE = 7;
  private static final int SHARE_BESIDE_DECISIONS = 2;
  private static final int REMEMBERED = 16;
  private static final int MOST_INSTANCES = 8;
  private static final long RECENT = Duration.ofMillis(100).toNanos();
  private static final Duration LONGEST = Duration.ofMillis(100);

  private double together;
  private double sharers = 1;
  private long arrived;
  private long answeredAt;
  private boolean behind;
  private long behindAt;

  /**
   * Notes how many senders were answered together: a few large groups make no crowd. A crowd that
   * is spread over several instances is told by the numbers that were given to all signals since
   * this instance's group before.
   *
   * @param senders how many were answered, one or more
   * @param lastArrival the highest arrival number among them, or 0 when none was stored
   */
  public synchronized void answered(int senders, long lastArrival, long nanoTime) {
    boolean unknown = arrived == 0 || nanoTime - answeredAt > RECENT;
    long stored = unknown ? senders : Math.max(0, lastArrival - arrived);
    together += (Math.min(senders, 2 * CROWD) - together) / REMEMBERED;
    sharers += (Math.min((double) stored / senders, MOST_INSTANCES) - sharers) / REMEMBERED;
    arrived = Math.max(arrived, lastArrival);
    answeredAt = nanoTime;
  }

  /** Whether a crowd of senders is spread over several instances. */
  public boolean isShared(long nanoTime) {
    return isCrowded(nanoTime) && instances() > 1;
  }

  /**
   * How long a group of senders waits for more of them. Of a shared crowd each instance has a part,
   * which takes longer to come together: two wait the usual time, four twice as long.
   */
  public Duration company(Duration usual, long nanoTime) {
    return isShared(nanoTime) ? usual.multipliedBy(instances()).dividedBy(2) : usual;
  }

  /** Notes that a turn left signals behind that could have been decided. */
  public synchronized void leftBehind(long nanoTime) {
    behind = true;
    behindAt = nanoTime;
  }

  /** How long decisions leave the processor to senders after so much work. */
  public Duration rest(Duration worked, long nanoTime) {
    return isCrowded(nanoTime) ? restForSenders(worked) : Duration.ZERO;
  }

  /** How many to decide in one turn, of what is usually decided in one. */
  public int most(int usual, long nanoTime) {
    return most(usual, isCrowded(nanoTime));
  }

  /**
   * How long what can be done later leaves the processor to senders and decisions. One portfolio's
   * decisions do not fill two cores, so what is beside them has half of the time.
   */
  public Duration restOfLater(Duration worked, long nanoTime) {
    if (isCrowded(nanoTime)) {
      return restForSenders(worked);
    }
    return isBehind(nanoTime) ? rest(worked, SHARE_BESIDE_DECISIONS, LONGEST) : Duration.ZERO;
  }

  /** How much of what can be done later to do in one step, of the usual size of one. */
  public int mostOfLater(int usual, long nanoTime) {
    return most(usual, isCrowded(nanoTime) || isBehind(nanoTime));
  }

  /** Each instance rests as if it were all of them, or four would come to four sevenths. */
  private Duration restForSenders(Duration worked) {
    int instances = instances();
    return rest(worked, SHARE * instances, LONGEST.multipliedBy(instances));
  }

  private static Duration rest(Duration worked, int share, Duration longest) {
    Duration rest = worked.multipliedBy(share - 1L);
    return rest.compareTo(longest) > 0 ? longest : rest;
  }

  private static int most(int usual, boolean others) {
    return others ? usual / SHARE : usual;
  }

  private synchronized boolean isCrowded(long nanoTime) {
    return together * instances() >= CROWD && nanoTime - answeredAt <= RECENT;
  }

  /** How many instances share the senders, about. */
  private synchronized int instances() {
    return (int) Math.max(1, Math.round(sharers));
  }

  private synchronized boolean isBehind(long nanoTime) {
    return behind && nanoTime - behindAt <= RECENT;
  }
}
