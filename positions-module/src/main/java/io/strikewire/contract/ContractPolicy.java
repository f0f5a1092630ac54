package io.strikewire.contract;

import io.strikewire.option.Listing;
import io.strikewire.option.OptionContract;
import io.strikewire.position.Market;
import io.strikewire.signal.Direction;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses an option for a signal that names none.
 *
 * @param expiry which last day
 * @param strike which strike on that day
 */
public record ContractPolicy(ExpiryRule expiry, StrikeRule strike, Liquidity liquidity) {

  /** Which last day. */
  public sealed interface ExpiryRule {
    /** The first Friday at least this many days away, or the listed day nearest before it. */
    record NearestFriday(int leastDays) implements ExpiryRule {}

    /** The first listed day within a range of calendar days, both included. */
    record DaysToExpiry(int least, int most) implements ExpiryRule {}
  }

  /** Which strike. */
  public sealed interface StrikeRule {
    /** The one nearest to the underlying's price. */
    record AtTheMoney() implements StrikeRule {}

    /** The one whose delta is nearest to this, 0 to 1 without sign. */
    record DeltaTarget(double delta) implements StrikeRule {}

    /** So many listed strikes out of the money; below zero, in the money. */
    record StrikeOffset(int strikes) implements StrikeRule {}
  }

  /** What came of choosing. */
  public sealed interface Choice {
    /** This one, at this market. */
    record Chosen(OptionContract contract, Market market, List<String> warnings)
        implements Choice {}

    /** None, and why. */
    record None(String why) implements Choice {}
  }

  /**
   * Chooses from a chain.
   *
   * @param spot the underlying's price in USD
   * @param asOf when the chain was quoted
   */
  public Choice choose(
      Direction side,
      BigDecimal spot,
      List<Listing> chain,
      Instant asOf,
      LocalDate today,
      Instant now) {
    List<Listing> listed =
        chain.stream()
            .filter(listing -> listing.contract().right() == side)
            .filter(listing -> !listing.contract().expiration().isBefore(today))
            .toList();
    Optional<LocalDate> last = expiration(listed, today);
    if (last.isEmpty()) {
      return new Choice.None("the chain lists no " + side + " with a last day as the policy wants");
    }
    List<Listing> strikes =
        listed.stream()
            .filter(listing -> listing.contract().expiration().equals(last.get()))
            .sorted(Comparator.comparing(listing -> listing.contract().strike()))
            .toList();
    return strike(strikes, side, spot)
        .<Choice>map(listing -> judged(listing, asOf, now))
        .orElseGet(() -> new Choice.None("no strike of " + last.get() + " as the policy wants"));
  }

  private Choice judged(Listing listing, Instant asOf, Instant now) {
    if (listing.ask().signum() <= 0 || listing.bid().compareTo(listing.ask()) > 0) {
      return new Choice.None(listing.contract() + " has no two-sided quote");
    }
    Market market = new Market(listing.bid(), listing.ask(), "QUOTE", asOf);
    Optional<Liquidity.Refusal> refusal = liquidity.refusal(market, now);
    if (refusal.isPresent()) {
      return new Choice.None(listing.contract() + ": " + refusal.get().facts());
    }
    return new Choice.Chosen(
        listing.contract(),
        market,
        listing.openInterest().isPresent() ? List.of() : List.of("open interest is unknown"));
  }

  private Optional<LocalDate> expiration(List<Listing> listed, LocalDate today) {
    List<LocalDate> days =
        listed.stream()
            .map(listing -> listing.contract().expiration())
            .distinct()
            .sorted()
            .toList();
    if (expiry instanceof ExpiryRule.DaysToExpiry range) {
      return days.stream()
          .filter(
              day -> {
                long ahead = ChronoUnit.DAYS.between(today, day);
                return ahead >= range.least() && ahead <= range.most();
              })
          .findFirst();
    }
    LocalDate earliest = today.plusDays(((ExpiryRule.NearestFriday) expiry).leastDays());
    LocalDate friday = earliest.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
    return days.stream()
        .filter(day -> !day.isBefore(earliest) && !day.isAfter(friday))
        .reduce((first, second) -> second);
  }

  private Optional<Listing> strike(List<Listing> strikes, Direction side, BigDecimal spot) {
    if (strike instanceof StrikeRule.DeltaTarget target) {
      return strikes.stream()
          .filter(listing -> listing.delta() != 0)
          .min(
              Comparator.comparingDouble(
                  listing -> Math.abs(Math.abs(listing.delta()) - target.delta())));
    }
    Optional<Listing> nearest =
        strikes.stream()
            .min(Comparator.comparing(listing -> listing.contract().strike().subtract(spot).abs()));
    if (strike instanceof StrikeRule.StrikeOffset offset) {
      return nearest
          .map(strikes::indexOf)
          .map(index -> index + (side == Direction.CALL ? offset.strikes() : -offset.strikes()))
          .filter(index -> index >= 0 && index < strikes.size())
          .map(strikes::get);
    }
    return nearest;
  }
}
