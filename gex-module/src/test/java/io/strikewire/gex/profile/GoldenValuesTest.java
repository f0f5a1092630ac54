package io.strikewire.gex.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.strikewire.gex.Chains;
import io.strikewire.gex.GexProfile;
import io.strikewire.gex.chain.OptionChain;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against values computed independently from the same files; the file names its convention. */
class GoldenValuesTest {

  private static final double BILLION = 1e9;
  private static final Percentage MILLIONTH = Percentage.withPercentage(1e-4);

  @ParameterizedTest
  @CsvSource({
    "0, SPX, spx-2022-12-12.csv, 2022-12-12",
    "1, RUT, rut-2022-12-12.csv, 2022-12-12",
    "2, RUT, rut-2023-09-21.json, 2023-09-20"
  })
  void a_real_chain_has_the_values_computed_elsewhere(
      int number, String symbol, String file, String date) throws IOException {
    Map<String, List<Double>> golden = golden().get(number);
    OptionChain chain = Chains.read(symbol, Chains.file(file));
    assertThat(chain.date()).hasToString(date);
    GexProfile profile = Chains.profile(chain, Chains.usual(252, 60));
    assertThat(profile.contracts()).isEqualTo((int) one(golden, "n"));
    assertThat(profile.callExposure()).isCloseTo(one(golden, "callGEX") * BILLION, MILLIONTH);
    assertThat(profile.putExposure()).isCloseTo(-one(golden, "putGEX") * BILLION, MILLIONTH);
    assertThat(profile.netExposure()).isCloseTo(one(golden, "netGEX") * BILLION, MILLIONTH);
    assertThat(profile.callWall().orElseThrow().doubleValue()).isEqualTo(one(golden, "callWall"));
    assertThat(profile.putWall().orElseThrow().doubleValue()).isEqualTo(one(golden, "putWall"));
    assertThat(strike(profile, one(golden, "callWall")).call())
        .isCloseTo(one(golden, "callWallBn") * BILLION, MILLIONTH);
    assertThat(strike(profile, one(golden, "putWall")).put())
        .isCloseTo(-one(golden, "putWallBn") * BILLION, MILLIONTH);
    assertThat(strike(profile, one(golden, "maxAbsNetStrike")).net())
        .isCloseTo(one(golden, "maxAbsNetBn") * BILLION, MILLIONTH);
    assertThat(
            profile.strikes().stream()
                .mapToDouble(at -> at.callOpenInterest() + at.putOpenInterest())
                .sum())
        .isEqualTo(one(golden, "oi"));
    for (int dayCount : new int[] {252, 262}) {
      for (int levels : new int[] {60, 400}) {
        assertLevels(
            Chains.profile(chain, Chains.usual(dayCount, levels)).zeroGamma(),
            golden.get("dc" + dayCount + "_n" + levels));
      }
    }
  }

  private static void assertLevels(List<Double> levels, List<Double> golden) {
    assertThat(levels).hasSameSizeAs(golden);
    for (int i = 0; i < levels.size(); i++) {
      assertThat(levels.get(i)).isCloseTo(golden.get(i), within(0.01));
    }
  }

  private static GexProfile.AtStrike strike(GexProfile profile, double usd) {
    return profile.strikes().stream()
        .filter(at -> at.strike().doubleValue() == usd)
        .findFirst()
        .orElseThrow();
  }

  private static double one(Map<String, List<Double>> golden, String name) {
    return golden.get(name).get(0);
  }

  /** Each case's numbers by name, in the file's order. */
  private static List<Map<String, List<Double>>> golden() throws IOException {
    List<Map<String, List<Double>>> cases = new ArrayList<>();
    try (InputStream file =
            Objects.requireNonNull(
                GoldenValuesTest.class.getResourceAsStream("/chains/golden.json"));
        JsonParser parser = new JsonFactory().createParser(file)) {
      String name = "";
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          name = parser.currentName();
          if (name.equals("computed")) {
            cases.add(new HashMap<>());
          }
        } else if (token.isNumeric() && !cases.isEmpty()) {
          cases
              .get(cases.size() - 1)
              .computeIfAbsent(name, wanted -> new ArrayList<>())
              .add(parser.getDoubleValue());
        }
      }
    }
    return cases;
  }
}
