package io.strikewire.web.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.strikewire.payload.Mistake;
import io.strikewire.payload.Payload;
import io.strikewire.position.KillSwitch.Mode;
import io.strikewire.position.QuoteFeed.Quote;
import io.strikewire.web.problem.BadRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class QuoteReadingTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

  @Test
  void padded_and_compact_symbols_are_the_same_contract() {
    List<Quote> quotes =
        QuoteReading.read(
            List.of(
                quote("SPY   261218C00500000", "4.10", "4.20"),
                quote("SPY261218C00500000", "4.1", "4.2")),
            NOW);
    assertThat(quotes.get(0).contract()).isEqualTo(quotes.get(1).contract());
    assertThat(quotes.get(0)).isEqualTo(quotes.get(1));
    assertThat(quotes.get(0).at()).as("without a time it is of now").isEqualTo(NOW);
  }

  @Test
  void every_mistake_of_every_quote_is_named_with_its_place() {
    assertThatExceptionOfType(BadRequest.class)
        .isThrownBy(
            () ->
                QuoteReading.read(
                    List.of(
                        quote("SPY", "4.10", "4.20"),
                        quote("SPY261218C00500000", "4.30", "4.20"),
                        quote("SPY261218C00500000", "-1", "1e40"),
                        quote("SPY261218C00500000", "0", "0"),
                        Payload.of(
                            Map.of(
                                "occ_symbol", "SPY261218C00500000",
                                "bid", "1",
                                "ask", "2",
                                "at", "2026-11-23T15:02:00Z"))),
                    NOW))
        .satisfies(
            refused ->
                assertThat(refused.mistakes())
                    .extracting(Mistake::field)
                    .containsExactly(
                        "[0].occ_symbol", "[1].bid", "[2].bid", "[2].ask", "[3].ask", "[4].at"));
  }

  @Test
  void engaging_means_exits_only_unless_a_halt_is_asked_for() {
    assertThat(killSwitch(Map.of("engaged", "true", "reason", "storm")).mode())
        .isEqualTo(Mode.REDUCING);
    assertThat(killSwitch(Map.of("engaged", "true", "reason", "storm", "mode", "halted")).mode())
        .isEqualTo(Mode.HALTED);
    assertThat(killSwitch(Map.of("engaged", "false", "reason", "over")).mode())
        .isEqualTo(Mode.ACTIVE);
    assertThatExceptionOfType(BadRequest.class)
        .isThrownBy(
            () -> killSwitch(Map.of("engaged", "true", "reason", "storm", "mode", "ACTIVE")));
    assertThatExceptionOfType(BadRequest.class)
        .isThrownBy(() -> killSwitch(Map.of("engaged", "perhaps")))
        .satisfies(refused -> assertThat(refused.mistakes()).hasSize(2));
  }

  @Test
  void an_override_names_a_limit_a_value_and_an_end_that_is_still_to_come() {
    assertThatExceptionOfType(BadRequest.class)
        .isThrownBy(
            () ->
                BrakeReading.override(
                    Payload.of(
                        Map.of("limit", "luck", "value", "-1", "expires_at", NOW.toString())),
                    Set.of("max-daily-loss"),
                    UnaryOperator.identity(),
                    NOW))
        .satisfies(
            refused ->
                assertThat(refused.mistakes())
                    .extracting(Mistake::field)
                    .containsExactlyInAnyOrder("limit", "value", "expires_at", "reason"));
  }

  private static BrakeReading.Setting killSwitch(Map<String, String> fields) {
    return BrakeReading.killSwitch(Payload.of(fields));
  }

  private static Payload quote(String contract, String bid, String ask) {
    return Payload.of(Map.of("occ_symbol", contract, "bid", bid, "ask", ask));
  }
}
