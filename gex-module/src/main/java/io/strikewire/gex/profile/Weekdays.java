package io.strikewire.gex.profile;

/** Counts Mondays to Fridays; holidays count, as in the conventions of the field. */
final class Weekdays {

  /** 1970-01-01 was a Thursday: so many days after a Monday. */
  private static final int EPOCH_AFTER_MONDAY = 3;

  private Weekdays() {}

  /** Those from {@code from}, counted, to {@code to}, not counted; days since 1970-01-01. */
  static int between(int from, int to) {
    return Math.max(0, before(to) - before(from));
  }

  private static int before(int day) {
    int sinceMonday = day + EPOCH_AFTER_MONDAY;
    int weeks = Math.floorDiv(sinceMonday, 7);
    return weeks * 5 + Math.min(5, sinceMonday - weeks * 7);
  }
}
