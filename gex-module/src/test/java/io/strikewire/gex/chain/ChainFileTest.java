package io.strikewire.gex.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.gex.Chains;
import io.strikewire.gex.GexProfile;
import io.strikewire.payload.Mistake;
import io.strikewire.signal.Symbol;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChainFileTest {

  private static final String CALL = "SPXW261218C04000000";

  @Test
  void a_chain_named_for_another_symbol_is_refused_by_its_roots_and_by_its_name() {
    assertThat(refusal("SPX", Chains.file("rut-2022-12-12.csv")).field()).isEqualTo("symbol");
    assertThat(refusal("SPX", Chains.file("rut-2023-09-21.json")).received()).contains("RUT");
    assertThat(refusal("SPX", Chains.json("NDX", 4000, Chains.option(CALL, 0.2, 0.001, 1))))
        .isEqualTo(new Mistake("symbol", "NDX", "SPX, as the request says"));
  }

  @Test
  void a_chain_of_mixed_underlyings_is_refused() {
    byte[] mixed =
        Chains.json(
            "SPX",
            4000,
            Chains.option(CALL, 0.2, 0.001, 1),
            Chains.option("SPY261218C00400000", 0.2, 0.001, 1));
    assertThat(refusal("SPX", mixed).received()).isEqualTo("options of [SPXW, SPY]");
  }

  @ParameterizedTest
  @CsvSource({
    "open_interest, -1",
    "open_interest, NaN",
    "gamma, NaN",
    "gamma, -0.5",
    "iv, -0.2",
    "iv, Infinity",
    "bid, -1",
    "ask, 1e300",
    "volume, -3",
    "gamma, '\"much\"'",
    "iv, true"
  })
  void a_measure_that_cannot_be_is_refused_by_its_name(String field, String value) {
    byte[] file =
        Chains.json("SPX", 4000, "{\"option\":\"" + CALL + "\",\"" + field + "\":" + value + "}");
    assertThat(refusal("SPX", file).field()).isEqualTo("options[0]." + field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "-1", "0", "1e400", "\"4000\""})
  void a_spot_that_is_no_price_is_refused(String spot) {
    byte[] file =
        ("{\"as_of\":\"2026-11-23T15:00:00Z\",\"spot\":"
                + spot
                + ",\"options\":["
                + Chains.option(CALL, 0.2, 0.001, 1)
                + "]}")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(refusal("SPX", file).field()).isEqualTo("spot");
  }

  @ParameterizedTest
  @CsvSource({
    "SPXW261218C04000000, true",
    "SPXW  261218P04000500, true",
    "SPX261218C0400000, false",
    "SPXW261318C04000000, false",
    "SPXW260230C04000000, false",
    "SPXW261218X04000000, false",
    "SPXW261218C00000000, false",
    "261218C04000000, false",
    "TOOLONG261218C04000000, false",
    "spxw261218C04000000, false",
    "'', false"
  })
  void option_names_are_read_exactly(String name, boolean accepted) {
    OptionChain.Reading reading =
        ChainFile.read(
            new Symbol("SPX"), Chains.json("SPX", 4000, Chains.option(name, 0.2, 0.001, 1)));
    assertThat(reading instanceof OptionChain.Reading.Read).isEqualTo(accepted);
  }

  @Test
  void a_csv_line_is_named_with_its_number_and_side() {
    String whole = new String(Chains.file("rut-2022-12-12.csv"), StandardCharsets.UTF_8);
    String[] lines = whole.split("\n");
    lines[9] = lines[9].replaceFirst("^(([^,]*,){21}).*$", "$1-7");
    Mistake mistake = refusal("RUT", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    assertThat(mistake.field()).isEqualTo("line 10.put.open_interest");
    assertThat(mistake.received()).isEqualTo("-7.0");
  }

  @Test
  void a_file_over_the_limit_is_refused_unread() {
    assertThat(refusal("SPX", new byte[ChainFile.LONGEST + 1]).accepted())
        .isEqualTo("at most 16777216 bytes");
  }

  @Test
  void html_in_place_of_a_chain_is_refused() {
    assertThat(refusal("SPX", "<html>Too many".getBytes(StandardCharsets.UTF_8)).field())
        .isEqualTo("header");
  }

  @Test
  void what_is_odd_is_counted_and_takes_no_wrong_part() {
    byte[] file =
        Chains.json(
            "SPX",
            4000,
            Chains.option(CALL, 0.2, 0.001, 10),
            Chains.option(CALL, 0.2, 0.001, 99),
            Chains.option("SPXW261218P03900000", 0, 0, 10),
            "{\"option\":\"SPXW261218P03800000\",\"bid\":2,\"ask\":1,\"iv\":0.3,\"gamma\":0.001,"
                + "\"open_interest\":null}",
            Chains.option("SPX261120C04000000", 0.2, 0.001, 10),
            Chains.option("SPX261123C04000000", 0.2, 0.001, 10),
            Chains.option("SPXW261123C04000000", 0.2, 0.001, 10),
            Chains.option("SPX1261218C04000000", 0.2, 0.001, 10));
    GexProfile.Oddities oddities =
        Chains.profile(Chains.read("SPX", file), Chains.usual(252, 60)).oddities();
    assertThat(oddities).isEqualTo(new GexProfile.Oddities(1, 1, 0, 0, 1, 2, 1, 1));
  }

  @Test
  void index_options_settle_at_the_opening_and_weeklies_at_the_close() {
    byte[] file =
        Chains.json(
            "SPX",
            4000,
            Chains.option("SPX261218C04000000", 0.2, 0.001, 10),
            Chains.option("SPXW261218C04000000", 0.2, 0.001, 10));
    assertThat(Chains.profile(Chains.read("SPX", file), Chains.usual(252, 60)).expiries())
        .extracting(GexProfile.AtExpiry::settlement)
        .containsExactly("AM", "PM");
  }

  @Property(tries = 1000)
  void a_truncated_json_file_is_refused_and_never_throws(
      @ForAll @IntRange(max = 2_593_987) int length) {
    byte[] cut = Arrays.copyOf(Chains.file("rut-2023-09-21.json"), length);
    assertThat(ChainFile.read(new Symbol("RUT"), cut))
        .isInstanceOf(OptionChain.Reading.Refused.class);
  }

  @Property(tries = 1000)
  void any_bytes_are_read_or_refused(@ForAll byte[] bytes) {
    assertThat(ChainFile.read(new Symbol("RUT"), bytes))
        .isInstanceOf(OptionChain.Reading.Refused.class);
  }

  @Property(tries = 1000)
  void a_decimal_is_read_as_the_library_reads_it(
      @ForAll @DoubleRange(min = -1e9, max = 1e9) @Scale(6) double value) {
    byte[] text = String.valueOf(value).getBytes(StandardCharsets.US_ASCII);
    assertThat(Numbers.parse(text, 0, text.length)).isEqualTo(value);
    byte[] plain =
        new java.math.BigDecimal(String.valueOf(value))
            .toPlainString()
            .getBytes(StandardCharsets.US_ASCII);
    assertThat(Numbers.parse(plain, 0, plain.length)).isEqualTo(value);
  }

  private static Mistake refusal(String symbol, byte[] file) {
    OptionChain.Reading reading = ChainFile.read(new Symbol(symbol), file);
    assertThat(reading).isInstanceOf(OptionChain.Reading.Refused.class);
    return ((OptionChain.Reading.Refused) reading).mistakes().get(0);
  }
}
