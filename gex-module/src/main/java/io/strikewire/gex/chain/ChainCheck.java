package io.strikewire.gex.chain;

import io.strikewire.market.TradingCalendar;
import io.strikewire.signal.Symbol;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;

/** Makes a chain of rows: one underlying, nothing expired, nothing twice. */
final class ChainCheck {

  private static final LocalTime OPENING = LocalTime.of(9, 30);
  private static final double HIGHEST_SPOT = 1e7;

  private ChainCheck() {}

  static OptionChain chain(Symbol symbol, Instant asOf, double spot, ChainRows rows)
      throws Unreadable {
    if (!(spot > 0 && spot <= HIGHEST_SPOT)) {
      throw new Unreadable("spot", String.valueOf(spot), "USD above 0, at most " + HIGHEST_SPOT);
    }
    if (rows.size == 0) {
      throw new Unreadable("options", "none", "a chain with at least one option");
    }
    Roots.Kind[] kinds = kinds(rows, symbol);
    ZonedDateTime newYork = asOf.atZone(TradingCalendar.NEW_YORK);
    int today = (int) newYork.toLocalDate().toEpochDay();
    boolean opened = !newYork.toLocalTime().isBefore(OPENING);
    int inFile = rows.size;
    int expired = 0;
    int adjusted = 0;
    int kept = 0;
    for (int row = 0; row < inFile; row++) {
      boolean settled =
          opened && rows.day[row] == today && Roots.settledAtOpen(rows.roots.get(rows.root[row]));
      if (kinds[rows.root[row]] == Roots.Kind.ADJUSTED) {
        adjusted++;
      } else if (rows.day[row] < today || settled) {
        expired++;
      } else {
        move(rows, row, kept++);
      }
    }
    rows.size = kept;
    int repeated = dropRepeated(rows);
    if (rows.size == 0) {
      throw new Unreadable(
          "options",
          expired + " expired before " + asOf + ", " + adjusted + " adjusted",
          "a chain with at least one live option");
    }
    return new OptionChain(
        symbol, asOf, spot, rows, new OptionChain.RowCount(inFile, expired, adjusted, repeated));
  }

  private static Roots.Kind[] kinds(ChainRows rows, Symbol symbol) throws Unreadable {
    Roots.Kind[] kinds = new Roots.Kind[rows.roots.size()];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = Roots.kind(rows.roots.get(i), symbol);
      if (kinds[i] == Roots.Kind.FOREIGN) {
        throw new Unreadable(
            "symbol",
            "options of " + rows.roots,
            "a chain of " + symbol + " alone, as the request says");
      }
    }
    return kinds;
  }

  /** Keeps the first of equal contracts. */
  private static int dropRepeated(ChainRows rows) {
    long[] sorted = new long[rows.size];
    for (int row = 0; row < rows.size; row++) {
      sorted[row] = key(rows, row);
    }
    Arrays.sort(sorted);
    boolean unique = true;
    for (int i = 1; i < sorted.length && unique; i++) {
      unique = sorted[i] != sorted[i - 1];
    }
    if (unique) {
      return 0;
    }
    boolean[] seen = new boolean[sorted.length];
    int kept = 0;
    for (int row = 0; row < sorted.length; row++) {
      int place = first(sorted, key(rows, row));
      if (!seen[place]) {
        seen[place] = true;
        move(rows, row, kept++);
      }
    }
    int repeated = rows.size - kept;
    rows.size = kept;
    return repeated;
  }

  private static int first(long[] sorted, long key) {
    int place = Arrays.binarySearch(sorted, key);
    while (place > 0 && sorted[place - 1] == key) {
      place--;
    }
    return place;
  }

  /** Root, day, side and strike in one number: 7, 24, 1 and 27 bits. */
  private static long key(ChainRows rows, int row) {
    return ((long) rows.root[row] << 24 | rows.day[row]) << 28
        | (rows.call[row] ? 1L << 27 : 0)
        | rows.strike[row];
  }

  private static void move(ChainRows rows, int from, int to) {
    if (from == to) {
      return;
    }
    rows.root[to] = rows.root[from];
    rows.day[to] = rows.day[from];
    rows.call[to] = rows.call[from];
    rows.strike[to] = rows.strike[from];
    rows.bid[to] = rows.bid[from];
    rows.ask[to] = rows.ask[from];
    rows.iv[to] = rows.iv[from];
    rows.gamma[to] = rows.gamma[from];
    rows.openInterest[to] = rows.openInterest[from];
    rows.volume[to] = rows.volume[from];
  }
}
