package io.strikewire.decide;

import io.strikewire.event.SignalEvent.Surroundings;
import io.strikewire.market.MarketContext;
import io.strikewire.market.Snapshot;
import io.strikewire.market.Trend;
import io.strikewire.market.VolatilityRegime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every single change of the market that is tried. */
final class MarketChanges {

  private static final double BELOW_CALM = Math.nextDown(15.0);
  private static final double VIX_RANGE = 80;
  private static final double STRONG_BIAS = Math.nextUp(0.5);

  private final EntryQuestion question;
  private final List<Counterfactual> found = new ArrayList<>();

  MarketChanges(EntryQuestion question) {
    this.question = question;
  }

  /** The changes; none where the market is not known. */
  List<Counterfactual> all(double maxVix) {
    vix(maxVix);
    trend();
    bias();
    regime();
    return found;
  }

  void vix(double most) {
    market()
        .ifPresent(
            now -> {
              for (double limit : new double[] {most, Confidence.NERVOUS_VIX, BELOW_CALM}) {
                double vix = now.vix() > limit ? limit : Math.nextUp(limit);
                String text =
                    now.vix() > limit
                        ? (limit == BELOW_CALM ? "VIX < 15" : "VIX ≤ " + plain(limit))
                        : (limit == BELOW_CALM ? "VIX ≥ 15" : "VIX > " + plain(limit));
                if (vix > 0 && vix <= 1000) {
                  add(
                      text,
                      Math.abs(vix - now.vix()) / VIX_RANGE,
                      with(market(now, vix, now.regime(), now.trend(), now.bias())));
                }
              }
            });
  }

  void trend() {
    market()
        .ifPresent(
            now -> {
              for (Trend trend : Trend.values()) {
                int steps = Math.abs(level(trend) - level(now.trend()));
                if (steps > 0) {
                  add(
                      "trend " + trend,
                      steps / 2.0,
                      with(market(now, now.vix(), now.regime(), trend, now.bias())));
                }
              }
            });
  }

  private static int level(Trend trend) {
    return trend == Trend.BULLISH ? 2 : trend == Trend.NEUTRAL ? 1 : 0;
  }

  void bias() {
    market()
        .ifPresent(
            now -> {
              Map<String, Double> values = new LinkedHashMap<>();
              values.put("bias > 0.5", STRONG_BIAS);
              values.put(
                  now.bias() > 0 ? "bias ≤ 0.5" : "bias ≥ -0.5", now.bias() > 0 ? 0.5 : -0.5);
              values.put("bias < -0.5", -STRONG_BIAS);
              values.forEach(
                  (text, bias) ->
                      add(
                          text,
                          Math.abs(bias - now.bias()) / 2,
                          with(market(now, now.vix(), now.regime(), now.trend(), bias))));
            });
  }

  void regime() {
    market()
        .ifPresent(
            now -> {
              for (VolatilityRegime regime : VolatilityRegime.values()) {
                int steps = Math.abs(regime.ordinal() - now.regime().ordinal());
                if (steps > 0) {
                  add(
                      "regime " + regime,
                      steps / 2.0,
                      with(market(now, now.vix(), regime, now.trend(), now.bias())));
                }
              }
            });
  }

  private Optional<MarketContext> market() {
    return question.around().context().reading();
  }

  private EntryQuestion with(MarketContext market) {
    Surroundings around = question.around();
    Snapshot<MarketContext> context =
        around.context() instanceof Snapshot.Stale<MarketContext> stale
            ? new Snapshot.Stale<>(market, stale.age())
            : new Snapshot.Fresh<>(market, Duration.ZERO);
    return question.around(around.inMarket(context));
  }

  private MarketContext market(
      MarketContext now, double vix, VolatilityRegime regime, Trend trend, double bias) {
    return new MarketContext(
        now.id(), now.ticker(), now.price(), now.timeframe(), vix, regime, trend, bias, now.asOf());
  }

  private void add(String text, double distance, EntryQuestion changed) {
    found.add(new Counterfactual(text, distance, changed));
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
