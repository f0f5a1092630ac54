package io.strikewire.option;

import io.strikewire.signal.Direction;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One listed option: 100 shares of its root.
 *
 * @param root the class it trades under, which for weeklies of an index is not the index: {@code
 *     SPXW}
 * @param expiration its last day
 * @param right the side
 * @param strike USD per share, above zero, in thousandths, below 100,000
 */
public record OptionContract(
    Symbol root, LocalDate expiration, Direction right, BigDecimal strike) {

  /** Shares per contract. */
  public static final int MULTIPLIER = 100;

  private static final DateTimeFormatter YYMMDD =
      DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
  private static final Pattern OCC =
      Pattern.compile("([A-Z0-9^]{1,6})\\s{0,5}(\\d{6})([CP])(\\d{8})");

  public OptionContract {
    strike = strike.setScale(3, RoundingMode.UNNECESSARY);
    if (strike.signum() <= 0 || strike.precision() > 8) {
      throw new IllegalArgumentException("a strike is above 0 and below 100000 USD, was " + strike);
    }
  }

  /** Reads an OCC symbol, padded ({@code SPY 261218C00500000}) or compact. */
  public static Optional<OptionContract> parse(String occSymbol) {
    Matcher matcher = OCC.matcher(occSymbol.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new OptionContract(
              new Symbol(matcher.group(1)),
              LocalDate.parse(matcher.group(2), YYMMDD),
              matcher.group(3).equals("C") ? Direction.CALL : Direction.PUT,
              new BigDecimal(matcher.group(4)).movePointLeft(3)));
    } catch (DateTimeException | IllegalArgumentException notAContract) {
      return Optional.empty();
    }
  }

  /** The compact OCC symbol, which {@link #parse} reads back: {@code SPY261218C00500000}. */
  public String occSymbol() {
    String thousandths = Long.toString(strike.movePointRight(3).longValueExact());
    return root.ticker()
        + YYMMDD.format(expiration)
        + (right == Direction.CALL ? 'C' : 'P')
        + "0".repeat(8 - thousandths.length())
        + thousandths;
  }

  @Override
  public String toString() {
    return occSymbol();
  }
}
