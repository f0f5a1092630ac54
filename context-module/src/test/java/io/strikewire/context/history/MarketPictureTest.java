package io.strikewire.context.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.strikewire.market.Figure;
import io.strikewire.market.Trend;
import io.strikewire.market.VolatilityRegime;
import io.strikewire.signal.Symbol;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** On real sessions of 2018 to 2020. */
class MarketPictureTest {

  private static final List<DailyBar> SPY = bars("spy");
  private static final List<DailyBar> VIX = bars("vix");

  @Test
  void february_2020_before_the_fall_was_bullish_and_calm() {
    MarketPicture picture = on("2020-02-19", 14.38);
    assertThat(picture.trend()).isEqualTo(Trend.BULLISH);
    assertThat(picture.regime()).isEqualTo(VolatilityRegime.LOW_VOL);
    assertThat(picture.bias()).isEqualTo(1);
    assertThat(picture.alignment()).isEqualTo(1);
  }

  @Test
  void march_2020_was_bearish_and_wild() {
    MarketPicture picture = on("2020-03-18", 76.45);
    assertThat(picture.trend()).isEqualTo(Trend.BEARISH);
    assertThat(picture.regime()).isEqualTo(VolatilityRegime.HIGH_VOL);
    assertThat(picture.bias()).isEqualTo(-1);
    assertThat(picture.vixPercentile()).isGreaterThan(0.98);
    assertThat(picture.atrPercentile()).isEqualTo(1);
  }

  @Test
  void averages_are_those_of_the_closes_and_carry_source_and_time() {
    MarketPicture picture = on("2020-02-19", 14.38);
    List<DailyBar> upTo = upTo(SPY, LocalDate.of(2020, 2, 19));
    double sma20 =
        upTo.subList(upTo.size() - 20, upTo.size()).stream()
            .mapToDouble(DailyBar::close)
            .average()
            .orElseThrow();
    Figure figure =
        picture.figures().stream()
            .filter(each -> each.name().equals("computed.sma20"))
            .findFirst()
            .orElseThrow();
    assertThat(Double.parseDouble(figure.value())).isCloseTo(sma20, within(1e-4));
    assertThat(figure.source()).isEqualTo("test bars");
    assertThat(figure.asOf()).isEqualTo(Instant.parse("2020-02-19T21:00:00Z"));
  }

  @Test
  void a_raised_vix_that_is_rare_is_high_and_one_that_is_usual_is_not() {
    assertThat(on("2020-02-24", 25.03).regime()).isEqualTo(VolatilityRegime.HIGH_VOL);
    assertThat(on("2020-06-05", 24.52).regime()).isEqualTo(VolatilityRegime.NORMAL);
  }

  @Test
  void old_bars_give_no_picture() {
    Pictures pictures =
        new Pictures(
            new BarHistory() {
              @Override
              public List<DailyBar> upTo(Symbol symbol, LocalDate day, int count) {
                return MarketPictureTest.upTo(
                    symbol.equals(VIX) ? MarketPictureTest.VIX : SPY, day);
              }

              @Override
              public void keep(Symbol symbol, List<DailyBar> bars, String source) {
                throw new UnsupportedOperationException();
              }
            });
    assertThat(pictures.at(Instant.parse("2020-02-20T15:00:00Z"), 14.4)).isPresent();
    assertThat(pictures.at(Instant.parse("2026-11-23T15:00:00Z"), 14.4)).isEmpty();
  }

  @Property(tries = 1000)
  void every_measure_stays_within_its_bounds(
      @ForAll @IntRange(min = MarketPicture.LEAST, max = 380) int count) {
    MarketPicture picture =
        MarketPicture.of(SPY.subList(0, count), VIX.subList(0, count), 20, "test bars")
            .orElseThrow();
    assertThat(picture.bias()).isBetween(-1.0, 1.0);
    assertThat(picture.alignment()).isBetween(-1.0, 1.0);
    assertThat(picture.vixPercentile()).isBetween(0.0, 1.0);
    assertThat(picture.atrPercentile()).isBetween(0.0, 1.0);
  }

  private static MarketPicture on(String day, double vix) {
    LocalDate date = LocalDate.parse(day);
    return MarketPicture.of(upTo(SPY, date), upTo(VIX, date), vix, "test bars").orElseThrow();
  }

  private static List<DailyBar> upTo(List<DailyBar> bars, LocalDate day) {
    List<DailyBar> until = bars.stream().filter(bar -> !bar.day().isAfter(day)).toList();
    return until.subList(Math.max(0, until.size() - MarketPicture.MOST), until.size());
  }

  private static List<DailyBar> bars(String name) {
    List<DailyBar> bars = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    MarketPictureTest.class.getResourceAsStream("/history/" + name + "-daily.csv")),
                StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(",");
        bars.add(
            new DailyBar(
                LocalDate.parse(cells[0]),
                Double.parseDouble(cells[1]),
                Double.parseDouble(cells[2]),
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                0));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return bars;
  }
}
