package io.strikewire.context.history;

import io.strikewire.market.Figure;
import io.strikewire.market.Trend;
import io.strikewire.market.VolatilityRegime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNum;

/**
 * What daily bars say about the market; nothing in it is anybody's word.
 *
 * @param trend by three signs, two of which decide: the close against its averages of 20 and 200
 *     sessions, and the average of 20 against that of 50
 * @param regime from the VIX's level and its percentile over a year
 * @param bias -1 (bearish) to 1 (bullish): half the averages, half the longer timeframes
 * @param vixPercentile share of a year's closes at or below the VIX, 0 to 1
 * @param atrPercentile share of a year's true ranges (14 sessions, relative to price) at or below
 *     the last, 0 to 1
 * @param alignment of day, week and month, -1 to 1
 * @param figures each of these, and the averages, with source and time
 */
public record MarketPicture(
    Trend trend,
    VolatilityRegime regime,
    double bias,
    double vixPercentile,
    double atrPercentile,
    double alignment,
    List<Figure> figures) {

  /** Bars that a picture needs. */
  public static final int LEAST = 60;

  /** Bars that it looks at. */
  public static final int MOST = 300;

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final int YEAR = 252;
  private static final int ATR_BARS = 14;
  private static final int LONGER_AVERAGE = 10;
  private static final double HIGH_VIX = 30;
  private static final double RAISED_VIX = 20;
  private static final double LOW_VIX = 15;
  private static final double HIGH_SHARE = 0.9;

  public MarketPicture {
    figures = List.copyOf(figures);
  }

  /**
   * The picture, if there are bars enough.
   *
   * @param market the market's bars, ascending
   * @param vix the VIX index's bars, ascending
   * @param vixNow its level now, in points
   * @param source where the bars came from
   */
  public static Optional<MarketPicture> of(
      List<DailyBar> market, List<DailyBar> vix, double vixNow, String source) {
    if (market.size() < LEAST || vix.size() < LEAST) {
      return Optional.empty();
    }
    BarSeries series = series(market);
    int last = series.getEndIndex();
    ClosePriceIndicator close = new ClosePriceIndicator(series);
    double price = close.getValue(last).doubleValue();
    double[] averages = {
      average(close, 20), average(close, 50), average(close, Math.min(200, market.size()))
    };
    int score =
        sign(price - averages[0]) + sign(averages[0] - averages[1]) + sign(price - averages[2]);
    Trend trend = score >= 2 ? Trend.BULLISH : score <= -2 ? Trend.BEARISH : Trend.NEUTRAL;
    double alignment =
        (sign(score)
                + longer(
                    market,
                    bar ->
                        bar.day().get(WeekFields.ISO.weekBasedYear()) * 100
                            + bar.day().get(WeekFields.ISO.weekOfWeekBasedYear()))
                + longer(market, bar -> YearMonth.from(bar.day()).hashCode()))
            / 3.0;
    double bias = score / 6.0 + alignment / 2;
    double vixShare =
        Percentile.of(vixNow, tail(vix).stream().mapToDouble(DailyBar::close).toArray());
    double atrShare = atrShare(series, close);
    VolatilityRegime regime = regime(vixNow, vixShare);
    Instant asOf = closing(market.get(market.size() - 1).day());
    Function<String, Function<Object, Figure>> named =
        name -> value -> new Figure("computed." + name, text(value), source, asOf);
    List<Figure> figures =
        List.of(
            named.apply("trend").apply(trend),
            named.apply("regime").apply(regime),
            named.apply("bias").apply(bias),
            named.apply("vix_percentile").apply(vixShare),
            named.apply("atr_percentile").apply(atrShare),
            named.apply("alignment").apply(alignment),
            named.apply("sma20").apply(averages[0]),
            named.apply("sma50").apply(averages[1]),
            named.apply("sma200").apply(averages[2]));
    return Optional.of(
        new MarketPicture(trend, regime, bias, vixShare, atrShare, alignment, figures));
  }

  private static VolatilityRegime regime(double vix, double share) {
    if (vix > HIGH_VIX || vix >= RAISED_VIX && share >= HIGH_SHARE) {
      return VolatilityRegime.HIGH_VOL;
    }
    return vix < LOW_VIX ? VolatilityRegime.LOW_VOL : VolatilityRegime.NORMAL;
  }

  private static BarSeries series(List<DailyBar> bars) {
    BarSeries series = new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum.class).build();
    for (DailyBar bar : bars) {
      series.addBar(
          closing(bar.day()).atZone(NEW_YORK),
          bar.open(),
          bar.high(),
          bar.low(),
          bar.close(),
          bar.volume());
    }
    return series;
  }

  private static double average(ClosePriceIndicator close, int bars) {
    return new SMAIndicator(close, bars).getValue(close.getBarSeries().getEndIndex()).doubleValue();
  }

  private static double atrShare(BarSeries series, ClosePriceIndicator close) {
    ATRIndicator atr = new ATRIndicator(series, ATR_BARS);
    int last = series.getEndIndex();
    int first = Math.max(ATR_BARS, last - YEAR + 1);
    double[] relative = new double[last - first + 1];
    for (int i = first; i <= last; i++) {
      relative[i - first] = atr.getValue(i).doubleValue() / close.getValue(i).doubleValue();
    }
    return Percentile.of(relative[relative.length - 1], relative);
  }

  /** 1 when the last of the longer bars closes above the average of ten of them, -1 below. */
  private static int longer(List<DailyBar> bars, Function<DailyBar, Integer> period) {
    List<DailyBar> lasts = new ArrayList<>();
    for (DailyBar bar : bars) {
      if (!lasts.isEmpty() && period.apply(lasts.get(lasts.size() - 1)).equals(period.apply(bar))) {
        lasts.set(lasts.size() - 1, bar);
      } else {
        lasts.add(bar);
      }
    }
    ClosePriceIndicator close = new ClosePriceIndicator(series(lasts));
    double last = lasts.get(lasts.size() - 1).close();
    return sign(last - average(close, Math.min(LONGER_AVERAGE, lasts.size())));
  }

  private static List<DailyBar> tail(List<DailyBar> bars) {
    return bars.subList(Math.max(0, bars.size() - YEAR), bars.size());
  }

  private static Instant closing(LocalDate day) {
    return day.atTime(16, 0).atZone(NEW_YORK).toInstant();
  }

  private static int sign(double difference) {
    return (int) Math.signum(difference);
  }

  private static String text(Object value) {
    return value instanceof Double number
        ? BigDecimal.valueOf(number).setScale(4, RoundingMode.HALF_EVEN).toPlainString()
        : String.valueOf(value);
  }
}
