package io.strikewire.gex.profile;

import io.strikewire.gex.GexHorizon;
import io.strikewire.gex.GexProfile.AtExpiry;
import io.strikewire.gex.GexProfile.AtStrike;
import io.strikewire.gex.chain.OptionChain;
import io.strikewire.option.OptionContract;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Exposures {@code Γ · OI · 100 · S² · 0.01} without sign, summed by strike and horizon and by
 * expiration.
 */
final class StrikeSums {

  private static final int HORIZONS = GexHorizon.values().length;

  final ChainShape shape;
  final double[][] calls;
  final double[][] puts;
  final int[] contracts = new int[HORIZONS];
  private final double[] callInterest;
  private final double[] putInterest;
  private final double[] expiryCalls;
  private final double[] expiryPuts;
  private final MaxPain pain;

  StrikeSums(OptionChain chain, ChainShape shape, Completed measures) {
    this.shape = shape;
    int strikes = shape.strikes.length;
    calls = new double[HORIZONS][strikes];
    puts = new double[HORIZONS][strikes];
    callInterest = new double[strikes];
    putInterest = new double[strikes];
    expiryCalls = new double[shape.expiries.length];
    expiryPuts = new double[shape.expiries.length];
    pain = new MaxPain(shape);
    double unit = OptionContract.MULTIPLIER * chain.spot() * chain.spot() * 0.01;
    for (int row = 0; row < chain.size(); row++) {
      int strike = shape.strikeOf[row];
      int expiry = shape.expiryOf[row];
      double open = measures.openInterest[row];
      double exposure = measures.gamma[row] * open * unit;
      contracts[shape.horizon[expiry]]++;
      pain.add(expiry, strike, chain.isCall(row), open);
      if (chain.isCall(row)) {
        calls[shape.horizon[expiry]][strike] += exposure;
        callInterest[strike] += open;
        expiryCalls[expiry] += exposure;
      } else {
        puts[shape.horizon[expiry]][strike] += exposure;
        putInterest[strike] += open;
        expiryPuts[expiry] += exposure;
      }
    }
    cumulate(calls);
    cumulate(puts);
    for (int h = 1; h < HORIZONS; h++) {
      contracts[h] += contracts[h - 1];
    }
  }

  /** A longer horizon holds what the shorter ones hold. */
  static void cumulate(double[][] byHorizon) {
    for (int h = 1; h < HORIZONS; h++) {
      for (int i = 0; i < byHorizon[h].length; i++) {
        byHorizon[h][i] += byHorizon[h - 1][i];
      }
    }
  }

  /** The strike at or above spot with the largest call exposure; the nearest of equal ones. */
  Optional<BigDecimal> callWall(double spot) {
    double[] exposures = calls[GexHorizon.ALL.ordinal()];
    int best = -1;
    for (int i = 0; i < exposures.length; i++) {
      if (shape.strikes[i] >= spot * 1000
          && exposures[i] > 0
          && (best < 0 || exposures[i] > exposures[best])) {
        best = i;
      }
    }
    return wall(best);
  }

  /** The strike at or below spot with the largest put exposure; the nearest of equal ones. */
  Optional<BigDecimal> putWall(double spot) {
    double[] exposures = puts[GexHorizon.ALL.ordinal()];
    int best = -1;
    for (int i = exposures.length - 1; i >= 0; i--) {
      if (shape.strikes[i] <= spot * 1000
          && exposures[i] > 0
          && (best < 0 || exposures[i] > exposures[best])) {
        best = i;
      }
    }
    return wall(best);
  }

  private Optional<BigDecimal> wall(int place) {
    return place < 0 ? Optional.empty() : Optional.of(usd(place));
  }

  /** Every strike, signed. */
  List<AtStrike> strikes(int callSign, int putSign) {
    List<AtStrike> all = new ArrayList<>(shape.strikes.length);
    int total = GexHorizon.ALL.ordinal();
    for (int i = 0; i < shape.strikes.length; i++) {
      all.add(
          new AtStrike(
              usd(i),
              signed(callSign, calls[total][i]),
              signed(putSign, puts[total][i]),
              callInterest[i],
              putInterest[i]));
    }
    return all;
  }

  /** Every expiration, signed. */
  List<AtExpiry> expiries(int callSign, int putSign) {
    List<AtExpiry> all = new ArrayList<>(shape.expiries.length);
    for (int i = 0; i < shape.expiries.length; i++) {
      all.add(
          new AtExpiry(
              LocalDate.ofEpochDay(shape.day(i)),
              shape.settlement(i),
              signed(callSign, expiryCalls[i]),
              signed(putSign, expiryPuts[i]),
              pain.openInterest(i),
              pain.strike(i)));
    }
    return all;
  }

  /** No negative zero. */
  static double signed(int sign, double exposure) {
    return exposure == 0 ? 0 : sign * exposure;
  }

  private BigDecimal usd(int place) {
    return BigDecimal.valueOf(shape.strikes[place], 3);
  }
}
