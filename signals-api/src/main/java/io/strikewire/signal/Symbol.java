package io.strikewire.signal;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An underlying's ticker in upper case without its exchange: {@code SPY}, {@code BRK.B}. */
public record Symbol(String ticker) {

  private static final Pattern FORM =
      Pattern.compile("[A-Z0-9^][A-Z0-9^/_!-]{0,14}(\\.[A-Z]{1,2})?");
  private static final Set<String> CLASS_SUFFIXES = Set.of("A", "B", "C", "K", "PR", "U", "WS");

  public Symbol {
    if (!FORM.matcher(ticker).matches()) {
      throw new IllegalArgumentException("not a ticker: " + ticker);
    }
  }

  /**
   * Reads a ticker as senders write it: any case, with an exchange prefix ({@code NASDAQ:AAPL}),
   * with TradingView's delayed mark ({@code SPX_DL}), with a venue suffix ({@code AAPL.NAS}). A
   * share class ({@code BRK.B}) is another company's paper and stays.
   */
  public static Optional<Symbol> parse(String text) {
    String ticker = text.strip().toUpperCase(Locale.ROOT);
    ticker = ticker.substring(ticker.lastIndexOf(':') + 1).strip();
    if (ticker.endsWith("_DL")) {
      ticker = ticker.substring(0, ticker.length() - 3);
    }
    int dot = ticker.indexOf('.');
    if (dot >= 0 && !CLASS_SUFFIXES.contains(ticker.substring(dot + 1))) {
      ticker = ticker.substring(0, dot);
    }
    return FORM.matcher(ticker).matches() ? Optional.of(new Symbol(ticker)) : Optional.empty();
  }

  @Override
  public String toString() {
    return ticker;
  }
}
