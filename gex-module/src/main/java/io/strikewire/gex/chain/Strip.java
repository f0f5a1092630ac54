package io.strikewire.gex.chain;

import java.util.ArrayList;
import java.util.List;

/**
 * The quotes of one class, expiration and side, as columns; units as in {@link OptionChain}.
 *
 * @param epochDay days since 1970-01-01
 */
public record Strip(
    String root,
    int epochDay,
    boolean call,
    int[] strikes,
    int[] bids,
    int[] asks,
    double[] ivs,
    double[] gammas,
    double[] openInterests,
    double[] volumes) {

  /** A strip of so many quotes, all zero, to be filled. */
  public static Strip empty(String root, int epochDay, boolean call, int size) {
    return new Strip(
        root,
        epochDay,
        call,
        new int[size],
        new int[size],
        new int[size],
        new double[size],
        new double[size],
        new double[size],
        new double[size]);
  }

  /** Every strip of a chain, in the order in which they first occur. */
  public static List<Strip> of(OptionChain chain) {
    List<Long> keys = new ArrayList<>();
    List<int[]> counts = new ArrayList<>();
    int[] stripOf = new int[chain.size()];
    long lastCall = -1;
    long lastPut = -1;
    int lastCallStrip = -1;
    int lastPutStrip = -1;
    for (int row = 0; row < chain.size(); row++) {
      boolean call = chain.isCall(row);
      long key = (long) chain.rootIndex(row) << 32 | chain.epochDay(row) * 2L | (call ? 1 : 0);
      int strip = key == lastCall ? lastCallStrip : key == lastPut ? lastPutStrip : -1;
      if (strip < 0) {
        strip = keys.indexOf(key);
      }
      if (strip < 0) {
        strip = keys.size();
        keys.add(key);
        counts.add(new int[2]);
      }
      if (call) {
        lastCall = key;
        lastCallStrip = strip;
      } else {
        lastPut = key;
        lastPutStrip = strip;
      }
      stripOf[row] = strip;
      counts.get(strip)[0]++;
    }
    Strip[] strips = new Strip[keys.size()];
    for (int row = 0; row < chain.size(); row++) {
      int strip = stripOf[row];
      if (strips[strip] == null) {
        strips[strip] =
            empty(chain.root(row), chain.epochDay(row), chain.isCall(row), counts.get(strip)[0]);
      }
      strips[strip].put(counts.get(strip)[1]++, chain, row);
    }
    return List.of(strips);
  }

  /** Quotes in the strip. */
  public int size() {
    return strikes.length;
  }

  private void put(int place, OptionChain chain, int row) {
    strikes[place] = chain.strikeThousandths(row);
    bids[place] = chain.bid(row);
    asks[place] = chain.ask(row);
    ivs[place] = chain.iv(row);
    gammas[place] = chain.gamma(row);
    openInterests[place] = chain.openInterest(row);
    volumes[place] = chain.volume(row);
  }
}
