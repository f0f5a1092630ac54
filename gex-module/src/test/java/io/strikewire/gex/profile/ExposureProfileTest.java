package io.strikewire.gex.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.strikewire.gex.GexProfile;
import io.strikewire.gex.chain.ChainFile;
import io.strikewire.gex.chain.ChainQuote;
import io.strikewire.gex.chain.OptionChain;
import io.strikewire.signal.Symbol;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Against values computed independently from the same files. */
class ExposureProfileTest {

  private static final Symbol RUT = new Symbol("RUT");

  @Test
  void the_chain_of_2022_has_its_known_exposure_and_walls() {
    GexProfile profile = ExposureProfile.of(chain("rut-2022-12-12.csv"), 252, 60);
    assertThat(profile.contracts()).isEqualTo(7334);
    assertThat(profile.callExposure())
        .isCloseTo(1.3512166426659162e9, Percentage.withPercentage(1e-4));
    assertThat(profile.putExposure())
        .isCloseTo(-1.6724655730053417e9, Percentage.withPercentage(1e-4));
    assertThat(profile.callWall().orElseThrow()).isEqualByComparingTo("1855");
    assertThat(profile.putWall().orElseThrow()).isEqualByComparingTo("1800");
  }

  @Test
  void the_chain_of_2022_crosses_zero_once_on_60_levels_and_nine_times_on_400() {
    OptionChain chain = chain("rut-2022-12-12.csv");
    assertLevels(ExposureProfile.of(chain, 252, 60), 1899.16);
    assertLevels(
        ExposureProfile.of(chain, 252, 400),
        1899.13,
        1947.93,
        1951.25,
        2048.53,
        2051.14,
        2097.8,
        2102.14,
        2109.92,
        2109.94);
    assertLevels(ExposureProfile.of(chain, 262, 60), 1898.23);
  }

  @Test
  void the_chain_of_2023_is_valued_as_of_its_new_york_date() {
    OptionChain chain = chain("rut-2023-09-21.json");
    assertThat(chain.date()).hasToString("2023-09-20");
    GexProfile profile = ExposureProfile.of(chain, 252, 60);
    assertThat(profile.netExposure())
        .isCloseTo(-1.2700006176261225e9, Percentage.withPercentage(1e-4));
    assertThat(profile.callWall().orElseThrow()).isEqualByComparingTo("1850");
    assertThat(profile.putWall().orElseThrow()).isEqualByComparingTo("1800");
    assertLevels(profile, 1922.36);
    assertLevels(ExposureProfile.of(chain, 262, 400), 1920.98);
  }

  @Test
  void a_chain_named_for_another_symbol_is_refused() {
    assertThat(ChainFile.read(new Symbol("SPX"), file("rut-2023-09-21.json")))
        .isInstanceOf(OptionChain.Reading.Refused.class);
  }

  @Property(tries = 1000)
  void a_truncated_file_is_refused_and_never_throws(@ForAll @IntRange(max = 4000) int length) {
    byte[] cut = Arrays.copyOf(file("rut-2023-09-21.json"), length);
    assertThat(ChainFile.read(RUT, cut)).isInstanceOf(OptionChain.Reading.Refused.class);
  }

  @Property(tries = 1000)
  void any_bytes_are_read_or_refused(@ForAll byte[] bytes) {
    assertThat(ChainFile.read(RUT, bytes)).isInstanceOf(OptionChain.Reading.Refused.class);
  }

  @Property(tries = 1000)
  void exposure_is_proportional_to_open_interest(
      @ForAll @DoubleRange(min = 0.1, max = 50) double factor,
      @ForAll @IntRange(max = 6000) int from) {
    OptionChain some = part(chain("rut-2023-09-21.json"), from, 1);
    OptionChain more = part(chain("rut-2023-09-21.json"), from, factor);
    double once = ExposureProfile.of(some, 252, 2).netExposure();
    assertThat(ExposureProfile.of(more, 252, 2).netExposure())
        .isCloseTo(once * factor, within(Math.abs(once) * factor * 1e-9 + 1e-6));
  }

  private static OptionChain part(OptionChain chain, int from, double factor) {
    List<ChainQuote> quotes =
        chain.quotes().subList(from, from + 100).stream()
            .map(
                quote ->
                    new ChainQuote(
                        quote.contract(),
                        quote.bid(),
                        quote.ask(),
                        quote.iv(),
                        quote.delta(),
                        quote.gamma(),
                        quote.openInterest() * factor,
                        quote.volume()))
            .toList();
    return new OptionChain(chain.symbol(), chain.asOf(), chain.spot(), quotes);
  }

  private static void assertLevels(GexProfile profile, double... levels) {
    assertThat(profile.zeroGamma()).hasSize(levels.length);
    for (int i = 0; i < levels.length; i++) {
      assertThat(profile.zeroGamma().get(i)).isCloseTo(levels[i], within(0.01));
    }
  }

  private static final java.util.Map<String, byte[]> FILES =
      new java.util.concurrent.ConcurrentHashMap<>();
  private static final java.util.Map<String, OptionChain> CHAINS =
      new java.util.concurrent.ConcurrentHashMap<>();

  private static OptionChain chain(String name) {
    return CHAINS.computeIfAbsent(
        name, wanted -> ((OptionChain.Reading.Read) ChainFile.read(RUT, file(wanted))).chain());
  }

  private static byte[] file(String name) {
    return FILES.computeIfAbsent(
        name,
        wanted -> {
          try (InputStream packed =
                  Objects.requireNonNull(
                      ExposureProfileTest.class.getResourceAsStream("/chains/" + wanted + ".gz"));
              GZIPInputStream content = new GZIPInputStream(packed)) {
            return content.readAllBytes();
          } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
          }
        });
  }
}
