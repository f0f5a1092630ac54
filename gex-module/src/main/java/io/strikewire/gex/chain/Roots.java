package io.strikewire.gex.chain;

import io.strikewire.signal.Symbol;
import java.util.Map;
import java.util.Set;

/** The names under which options trade, and what each says about its underlying and its end. */
public final class Roots {

  /** Classes that trade on an index under a name of their own. */
  private static final Map<String, String> INDEX_CLASSES =
      Map.of("SPXW", "SPX", "RUTW", "RUT", "NDXP", "NDX", "XSPW", "XSP", "VIXW", "VIX");

  /** Settled by the opening prices of their expiration date; they trade until the day before. */
  private static final Set<String> AM_SETTLED = Set.of("SPX", "RUT", "NDX", "DJX", "VIX", "VIXW");

  private Roots() {}

  /** What a root stands for in the chain of an underlying. */
  enum Kind {
    /** One hundred shares of it. */
    STANDARD,
    /** Something else, after a split or a merger: the root ends in a digit. */
    ADJUSTED,
    /** Another underlying. */
    FOREIGN
  }

  static Kind kind(String root, Symbol underlying) {
    String plain = ticker(underlying);
    if (INDEX_CLASSES.getOrDefault(root, root).equals(plain)) {
      return Kind.STANDARD;
    }
    boolean adjusted =
        root.length() == plain.length() + 1
            && root.startsWith(plain)
            && Character.isDigit(root.charAt(plain.length()));
    return adjusted ? Kind.ADJUSTED : Kind.FOREIGN;
  }

  /** Whether options of this root are settled by opening prices. */
  public static boolean settledAtOpen(String root) {
    return AM_SETTLED.contains(root);
  }

  /** Whether {@code name}, as a file writes it ({@code _SPX}, {@code ^SPX}), is the underlying. */
  static boolean names(String name, Symbol underlying) {
    String bare = name.strip();
    if (bare.startsWith("_") || bare.startsWith("^")) {
      bare = bare.substring(1);
    }
    return Symbol.parse(bare).map(Roots::ticker).filter(ticker(underlying)::equals).isPresent();
  }

  /** Roots have neither dots nor carets: {@code BRK.B} trades as {@code BRKB}. */
  private static String ticker(Symbol symbol) {
    return symbol.ticker().replaceAll("[.^/_-]", "");
  }
}
