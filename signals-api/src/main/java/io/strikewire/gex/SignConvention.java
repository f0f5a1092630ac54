package io.strikewire.gex;

/** Which side of every option dealers are taken to be on. Nobody publishes it: it is a choice. */
public enum SignConvention {
  /** Customers sell calls and buy puts: the usual reading. */
  LONG_CALLS_SHORT_PUTS(1, -1, "calls +, puts - (dealers long calls, short puts)"),
  /** Customers buy everything. */
  SHORT_BOTH(-1, -1, "calls -, puts - (dealers short calls, short puts)"),
  /** Customers buy calls and sell puts, as in names that retail traders chase. */
  SHORT_CALLS_LONG_PUTS(-1, 1, "calls -, puts + (dealers short calls, long puts)");

  private final int calls;
  private final int puts;
  private final String text;

  SignConvention(int calls, int puts, String text) {
    this.calls = calls;
    this.puts = puts;
    this.text = text;
  }

  /** 1 when dealers are long calls, -1 when short. */
  public int calls() {
    return calls;
  }

  /** 1 when dealers are long puts, -1 when short. */
  public int puts() {
    return puts;
  }

  /** The convention in words. */
  public String text() {
    return text;
  }
}
