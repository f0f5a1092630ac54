package io.strikewire.gex.profile;

import io.strikewire.gex.GexHorizon;
import io.strikewire.gex.chain.OptionChain;
import io.strikewire.gex.chain.Roots;
import java.util.Arrays;

/** Which strikes and expirations a chain has, and where each row belongs. */
final class ChainShape {

  /** Distinct, ascending, in thousandths of a USD. */
  final int[] strikes;

  /** Row to place in {@link #strikes}. */
  final int[] strikeOf;

  /** Distinct, ascending: twice the day, plus one when settled by closing prices. */
  final int[] expiries;

  /** Row to place in {@link #expiries}. */
  final int[] expiryOf;

  /** Weekdays to each expiration, at least one. */
  final int[] weekdays;

  /** The shortest horizon, by number, that each expiration belongs to. */
  final int[] horizon;

  ChainShape(OptionChain chain) {
    int size = chain.size();
    strikeOf = new int[size];
    expiryOf = new int[size];
    int[] rowStrike = new int[size];
    int[] rowExpiry = new int[size];
    for (int row = 0; row < size; row++) {
      rowStrike[row] = chain.strikeThousandths(row);
      rowExpiry[row] = chain.epochDay(row) * 2 + (Roots.settledAtOpen(chain.root(row)) ? 0 : 1);
    }
    strikes = distinct(rowStrike);
    expiries = distinct(rowExpiry);
    for (int row = 0; row < size; row++) {
      strikeOf[row] = place(strikes, rowStrike[row], row > 0 ? strikeOf[row - 1] : 0);
      expiryOf[row] = place(expiries, rowExpiry[row], row > 0 ? expiryOf[row - 1] : 0);
    }
    int today = (int) chain.date().toEpochDay();
    weekdays = new int[expiries.length];
    horizon = new int[expiries.length];
    for (int expiry = 0; expiry < expiries.length; expiry++) {
      weekdays[expiry] = Math.max(1, Weekdays.between(today, expiries[expiry] / 2));
      horizon[expiry] = shortest(weekdays[expiry]);
    }
  }

  /** An expiration's day, since 1970-01-01. */
  int day(int expiry) {
    return expiries[expiry] / 2;
  }

  /** {@code AM} or {@code PM}. */
  String settlement(int expiry) {
    return expiries[expiry] % 2 == 0 ? "AM" : "PM";
  }

  private static int shortest(int weekdays) {
    for (GexHorizon horizon : GexHorizon.values()) {
      if (weekdays <= horizon.weekdays()) {
        return horizon.ordinal();
      }
    }
    throw new IllegalStateException("the longest horizon has no end");
  }

  /** Neighbouring rows mostly share a value, so repeats are dropped before sorting. */
  private static int[] distinct(int[] values) {
    int[] sorted = new int[values.length];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (i == 0 || values[i] != values[i - 1]) {
        sorted[count++] = values[i];
      }
    }
    Arrays.sort(sorted, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, kept);
  }

  private static int place(int[] sorted, int value, int guess) {
    return sorted[guess] == value ? guess : Arrays.binarySearch(sorted, value);
  }
}
