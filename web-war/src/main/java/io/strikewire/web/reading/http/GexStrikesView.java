package io.strikewire.web.reading.http;

import io.strikewire.gex.GexProfile;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Exposure by strike in USD per 1 % move, ascending. */
public record GexStrikesView(
    String symbol, Instant asOf, double spot, GexView.Convention convention, List<Strike> items) {

  static GexStrikesView of(GexProfile profile) {
    return new GexStrikesView(
        profile.symbol().ticker(),
        profile.asOf(),
        profile.spot(),
        GexView.Convention.of(profile.convention()),
        profile.strikes().stream().map(Strike::of).toList());
  }

  /** One strike, all expirations together. */
  public record Strike(
      BigDecimal strike,
      double netGex,
      double callGex,
      double putGex,
      double callOpenInterest,
      double putOpenInterest) {

    static Strike of(GexProfile.AtStrike at) {
      return new Strike(
          at.strike(), at.net(), at.call(), at.put(), at.callOpenInterest(), at.putOpenInterest());
    }
  }
}
