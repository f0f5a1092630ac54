package io.strikewire.web.metrics;

import io.strikewire.archive.SignalArchive.SignalTotals;

/** How many signals led to an entry. */
final class Acceptances {

  private Acceptances() {}

  static long decided(SignalTotals totals) {
    return totals.decided().values().stream().mapToLong(Long::longValue).sum();
  }

  static long entered(SignalTotals totals) {
    return totals.decided().getOrDefault("ENTER", 0L);
  }

  static long rejected(SignalTotals totals) {
    return totals.decided().getOrDefault("REJECT", 0L);
  }

  /** Entered by decided, 0 to 1; 0 before the first decision. */
  static double rate(SignalTotals totals) {
    long decided = decided(totals);
    return decided == 0 ? 0 : (double) entered(totals) / decided;
  }
}
