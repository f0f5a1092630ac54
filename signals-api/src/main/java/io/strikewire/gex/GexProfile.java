package io.strikewire.gex;

import io.strikewire.signal.Direction;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Gamma exposure of one chain. Exposures are USD of delta that dealers hedge per 1 % move of the
 * underlying: {@code ±Γ · OI · 100 · S² · 0.01}, signed by the convention.
 *
 * @param symbol the underlying
 * @param asOf when the chain was quoted
 * @param spot the underlying's price in USD
 * @param contracts rows in the chain
 * @param callExposure sum over calls
 * @param putExposure sum over puts
 * @param callWall strike at or above spot with the largest call exposure
 * @param putWall strike at or below spot with the largest put exposure
 * @param zeroGamma every spot, ascending, at which the profile crosses zero; empty when none
 * @param direction the side that hedging favours
 * @param strength 0 to 1
 * @param convention how it was computed
 * @param measures what else the chain says
 * @param oddities what was unusual in the file
 * @param strikes exposure by strike, ascending
 * @param expiries exposure by expiration, ascending
 * @param signals the same for shorter horizons, and for all
 */
public record GexProfile(
    Symbol symbol,
    Instant asOf,
    double spot,
    int contracts,
    double callExposure,
    double putExposure,
    Optional<BigDecimal> callWall,
    Optional<BigDecimal> putWall,
    List<Double> zeroGamma,
    Optional<Direction> direction,
    double strength,
    Convention convention,
    Measures measures,
    Oddities oddities,
    List<AtStrike> strikes,
    List<AtExpiry> expiries,
    List<GexSignal> signals) {

  public GexProfile {
    zeroGamma = List.copyOf(zeroGamma);
    strikes = List.copyOf(strikes);
    expiries = List.copyOf(expiries);
    signals = List.copyOf(signals);
  }

  /** Calls plus puts: above zero dealers dampen moves, below zero they amplify them. */
  public double netExposure() {
    return callExposure + putExposure;
  }

  /** {@code LONG_GAMMA}, {@code SHORT_GAMMA} or {@code FLAT}. */
  public String dealerPosition() {
    double net = netExposure();
    return net > 0 ? "LONG_GAMMA" : net < 0 ? "SHORT_GAMMA" : "FLAT";
  }

  /**
   * Exposure at one strike, all expirations together.
   *
   * @param strike USD
   * @param call USD per 1 % move
   * @param put USD per 1 % move
   * @param callOpenInterest contracts
   * @param putOpenInterest contracts
   */
  public record AtStrike(
      BigDecimal strike, double call, double put, double callOpenInterest, double putOpenInterest) {

    /** Calls plus puts. */
    public double net() {
      return call + put;
    }
  }

  /**
   * Exposure of one expiration, all strikes together.
   *
   * @param expiration its last day
   * @param settlement {@code AM}: by opening prices; {@code PM}: by closing prices
   * @param call USD per 1 % move
   * @param put USD per 1 % move
   * @param openInterest contracts
   * @param maxPain the strike at which holders would receive the least; empty without open interest
   */
  public record AtExpiry(
      LocalDate expiration,
      String settlement,
      double call,
      double put,
      double openInterest,
      Optional<BigDecimal> maxPain) {

    /** Calls plus puts. */
    public double net() {
      return call + put;
    }
  }

  /**
   * What else a chain says.
   *
   * @param regime what hedging does to moves at today's spot
   * @param band how far the net exposure can be believed
   * @param maxPain of the nearest expiration with open interest
   * @param putCallVolume puts over calls by volume; empty when no call traded
   * @param putCallOpenInterest puts over calls by open interest; empty without calls
   * @param vanna USD of delta that dealers hedge per volatility point (0.01)
   * @param charm USD of delta that dealers hedge per trading day that passes
   * @param expectedMove to the nearest expiration after the chain's day
   */
  public record Measures(
      GammaRegime regime,
      Band band,
      Optional<BigDecimal> maxPain,
      Optional<Double> putCallVolume,
      Optional<Double> putCallOpenInterest,
      double vanna,
      double charm,
      Optional<ExpectedMove> expectedMove) {}

  /**
   * How far the figures can be believed: the span of the net exposure over the file's own gamma and
   * the model's under each day count, widened by what today's volume may have done to open interest
   * that was counted the night before; and the span of the crossing next to spot over day counts.
   *
   * @param netLow USD per 1 % move
   * @param netHigh USD per 1 % move
   * @param zeroGammaLow USD; empty when nothing crosses
   * @param zeroGammaHigh USD; empty when nothing crosses
   * @param openInterestDate the day whose closing open interest the chain carries
   */
  public record Band(
      double netLow,
      double netHigh,
      Optional<Double> zeroGammaLow,
      Optional<Double> zeroGammaHigh,
      LocalDate openInterestDate) {

    /** Whether the net exposure's sign is beyond doubt. */
    public boolean signCertain() {
      return netLow > 0 || netHigh < 0;
    }
  }

  /**
   * One standard deviation of the underlying until an expiration, or the price of its straddle.
   *
   * @param usd above zero
   * @param until the expiration
   * @param basis {@code STRADDLE} or {@code VOLATILITY}
   */
  public record ExpectedMove(double usd, LocalDate until, String basis) {}

  /**
   * Rows that were unusual, counted. All but expired, adjusted and repeated rows took part.
   *
   * @param emptyOpenInterest no open interest given: counted as none
   * @param zeroVolatility volatility zero: no part in the crossings
   * @param impliedVolatility volatility missing and implied from the quote
   * @param modelledGamma gamma missing and computed from the volatility
   * @param crossedQuotes bid above ask: no price
   * @param expired expired before the chain was quoted
   * @param adjusted deliver something else than 100 shares
   * @param repeated the same contract again
   */
  public record Oddities(
      int emptyOpenInterest,
      int zeroVolatility,
      int impliedVolatility,
      int modelledGamma,
      int crossedQuotes,
      int expired,
      int adjusted,
      int repeated) {}

  /**
   * The choices a profile depends on.
   *
   * @param sign whose side dealers are taken to be on
   * @param dayCount trading days per year
   * @param levels spots at which the profile is evaluated
   */
  public record Convention(SignConvention sign, int dayCount, int levels) {

    public Convention {
      if (dayCount != 252 && dayCount != 262 && dayCount != 365) {
        throw new IllegalArgumentException("dayCount is 252, 262 or 365, was " + dayCount);
      }
      if (levels < 2 || levels > 2000) {
        throw new IllegalArgumentException("levels is 2 to 2000, was " + levels);
      }
    }
  }
}
