package io.strikewire.gex.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of a chain while it is read, as columns that grow. Every row is checked when it is added.
 */
final class ChainRows {

  /** Prices are kept in ten-thousandths of a USD, which this many fit. */
  private static final double HIGHEST_PRICE = 200_000;

  private static final double PRICE_UNIT = 10_000;
  private static final double HIGHEST_VOLATILITY = 100;
  private static final double HIGHEST_COUNT = 1e9;

  int size;
  final List<String> roots = new ArrayList<>();
  byte[] root;
  int[] day;
  boolean[] call;
  int[] strike;
  int[] bid;
  int[] ask;
  double[] iv;
  double[] gamma;
  double[] openInterest;
  double[] volume;

  private String lastRoot = "";
  private byte lastIndex;

  ChainRows(int capacity) {
    root = new byte[capacity];
    day = new int[capacity];
    call = new boolean[capacity];
    strike = new int[capacity];
    bid = new int[capacity];
    ask = new int[capacity];
    iv = new double[capacity];
    gamma = new double[capacity];
    openInterest = new double[capacity];
    volume = new double[capacity];
  }

  /** Begins a row; its measures follow by {@link #measures}. */
  void contract(Osi name) throws Unreadable {
    contract(name.root(), name.epochDay(), name.call(), name.strike());
  }

  void contract(String rootName, int epochDay, boolean isCall, int thousandths) throws Unreadable {
    if (size == day.length) {
      grow();
    }
    root[size] = index(rootName);
    day[size] = epochDay;
    call[size] = isCall;
    strike[size] = thousandths;
  }

  /**
   * Ends a row; NaN stands for what the file does not give. Delta is checked and not kept.
   *
   * @param where the row, for the mistake's name
   */
  void measures(
      Where where,
      double bidUsd,
      double askUsd,
      double volatility,
      double deltaPerShare,
      double gammaPerShare,
      double open,
      double traded)
      throws Unreadable {
    bid[size] = price(where, "bid", bidUsd);
    ask[size] = price(where, "ask", askUsd);
    iv[size] = within(where, "iv", volatility, 0, HIGHEST_VOLATILITY);
    within(where, "delta", deltaPerShare, -1.01, 1.01);
    gamma[size] = within(where, "gamma", gammaPerShare, 0, 1e6);
    openInterest[size] = count(where, "open_interest", open);
    volume[size] = count(where, "volume", traded);
    size++;
  }

  /** Where a row stands in its file; asked only when something is wrong with it. */
  interface Where {
    /** The name of a field of the row. */
    String field(String name);
  }

  private static int price(Where where, String field, double usd) throws Unreadable {
    double price = within(where, field, usd, 0, HIGHEST_PRICE);
    return Double.isNaN(price) ? 0 : (int) Math.round(price * PRICE_UNIT);
  }

  private static double count(Where where, String field, double contracts) throws Unreadable {
    double count = within(where, field, contracts, 0, HIGHEST_COUNT);
    if (!Double.isNaN(count) && count != Math.rint(count)) {
      throw new Unreadable(where.field(field), String.valueOf(count), "a whole number");
    }
    return count;
  }

  private static double within(Where where, String field, double value, double least, double most)
      throws Unreadable {
    if (value < least || value > most) {
      throw new Unreadable(
          where.field(field), String.valueOf(value), "a number from " + least + " to " + most);
    }
    return value;
  }

  /** Adds another part's rows after these. */
  void append(ChainRows other) throws Unreadable {
    int from = size;
    while (day.length < from + other.size) {
      grow();
    }
    for (int i = 0; i < other.size; i++) {
      root[from + i] = index(other.roots.get(other.root[i]));
    }
    System.arraycopy(other.day, 0, day, from, other.size);
    System.arraycopy(other.call, 0, call, from, other.size);
    System.arraycopy(other.strike, 0, strike, from, other.size);
    System.arraycopy(other.bid, 0, bid, from, other.size);
    System.arraycopy(other.ask, 0, ask, from, other.size);
    System.arraycopy(other.iv, 0, iv, from, other.size);
    System.arraycopy(other.gamma, 0, gamma, from, other.size);
    System.arraycopy(other.openInterest, 0, openInterest, from, other.size);
    System.arraycopy(other.volume, 0, volume, from, other.size);
    size += other.size;
  }

  /** Adds a strip's rows, which were checked before. */
  void add(Strip strip) {
    while (day.length < size + strip.strikes().length) {
      grow();
    }
    byte index = known(strip.root());
    for (int i = 0; i < strip.strikes().length; i++) {
      root[size] = index;
      day[size] = strip.epochDay();
      call[size] = strip.call();
      strike[size] = strip.strikes()[i];
      bid[size] = strip.bids()[i];
      ask[size] = strip.asks()[i];
      iv[size] = strip.ivs()[i];
      gamma[size] = strip.gammas()[i];
      openInterest[size] = strip.openInterests()[i];
      volume[size] = strip.volumes()[i];
      size++;
    }
  }

  private byte index(String name) throws Unreadable {
    if (name.equals(lastRoot)) {
      return lastIndex;
    }
    if (roots.size() == Byte.MAX_VALUE) {
      throw new Unreadable("body", "options of " + roots.size() + " roots", "one underlying");
    }
    lastRoot = name;
    lastIndex = known(name);
    return lastIndex;
  }

  private byte known(String name) {
    int place = roots.indexOf(name);
    if (place < 0) {
      place = roots.size();
      roots.add(name);
    }
    return (byte) place;
  }

  private void grow() {
    int capacity = Math.max(64, day.length * 2);
    root = Arrays.copyOf(root, capacity);
    day = Arrays.copyOf(day, capacity);
    call = Arrays.copyOf(call, capacity);
    strike = Arrays.copyOf(strike, capacity);
    bid = Arrays.copyOf(bid, capacity);
    ask = Arrays.copyOf(ask, capacity);
    iv = Arrays.copyOf(iv, capacity);
    gamma = Arrays.copyOf(gamma, capacity);
    openInterest = Arrays.copyOf(openInterest, capacity);
    volume = Arrays.copyOf(volume, capacity);
  }
}
