package io.strikewire.book.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.book.BookSettings;
import io.strikewire.config.Preset;
import io.strikewire.contract.ContractPolicy.ExpiryRule;
import io.strikewire.contract.ContractPolicy.StrikeRule;
import io.strikewire.exit.ExitSettings;
import io.strikewire.risk.RiskLimit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BookConfigTest {

  @Test
  void the_defaults_are_the_guides_and_cost_what_the_guide_says() {
    BookConfig config = config(Map.of());
    assertThat(config.problems()).isEmpty();
    BookSettings settings = config.settings();
    assertThat(settings.paper().commission()).isEqualByComparingTo("0.65");
    assertThat(settings.paper().fee()).isEqualByComparingTo("0.02");
    assertThat(settings.exits().profitTarget()).isEqualByComparingTo("50");
    assertThat(settings.exits().stopLoss()).isEqualByComparingTo("-30");
    assertThat(settings.exits().timeExit()).isEqualTo(LocalTime.of(15, 30));
    assertThat(settings.exits().partials()).isEmpty();
    assertThat(settings.exits().trailing()).isEmpty();
    assertThat(settings.entries().limitOffset()).as("market orders").isEmpty();
    assertThat(settings.contracts().expiry()).isEqualTo(new ExpiryRule.NearestFriday(0));
    assertThat(settings.contracts().strike()).isEqualTo(new StrikeRule.AtTheMoney());
    assertThat(limit(settings, RiskLimit.CONTRACTS_PER_POSITION)).isEqualByComparingTo("10");
    assertThat(limit(settings, RiskLimit.TOTAL_EXPOSURE)).isEqualByComparingTo("50000");
  }

  @Test
  void every_rule_can_be_set() {
    BookSettings settings =
        config(
                Map.of(
                    "strikewire.exit.partials", "25:0.5, 40:0.25",
                    "strikewire.exit.trailing-stop", "20:15",
                    "strikewire.exit.days-to-expiry", "2",
                    "strikewire.exit.max-holding-minutes", "240",
                    "strikewire.exit.minutes-before-early-close", "OFF",
                    "strikewire.contract.expiry", "DTE:5-10",
                    "strikewire.contract.strike", "DELTA:0.4",
                    "strikewire.orders.entry-type", "LIMIT",
                    "strikewire.orders.limit-offset", "0.05",
                    "MAX_POSITION_SIZE", "5"))
            .settings();
    assertThat(settings.exits().partials())
        .containsExactly(
            new ExitSettings.Partial(new BigDecimal("25"), new BigDecimal("0.5")),
            new ExitSettings.Partial(new BigDecimal("40"), new BigDecimal("0.25")));
    assertThat(settings.exits().trailing())
        .hasValue(new ExitSettings.Trailing(new BigDecimal("20"), new BigDecimal("15")));
    assertThat(settings.exits().daysToExpiry()).hasValue(2);
    assertThat(settings.exits().maxHolding()).hasValue(Duration.ofMinutes(240));
    assertThat(settings.exits().beforeEarlyClose()).isEmpty();
    assertThat(settings.contracts().expiry()).isEqualTo(new ExpiryRule.DaysToExpiry(5, 10));
    assertThat(settings.contracts().strike()).isEqualTo(new StrikeRule.DeltaTarget(0.4));
    assertThat(settings.entries().limitOffset()).hasValue(new BigDecimal("0.05"));
    assertThat(limit(settings, RiskLimit.CONTRACTS_PER_POSITION)).isEqualByComparingTo("5");
  }

  @Test
  void each_mistake_is_named_with_what_is_accepted() {
    Map<String, String> wrong = new HashMap<>();
    wrong.put("strikewire.exit.partials", "25");
    wrong.put("strikewire.exit.trailing-stop", "120:15");
    wrong.put("strikewire.exit.days-to-expiry", "-1");
    wrong.put("strikewire.contract.expiry", "DTE:9-3");
    wrong.put("strikewire.contract.strike", "DELTA:1.4");
    wrong.put("strikewire.orders.entry-type", "STOP");
    wrong.put("strikewire.paper.reject-rate", "1.1");
    wrong.put("strikewire.positions.commission-per-contract", "free");
    wrong.put("strikewire.exit.stop-loss-percent", "30");
    BookConfig config = config(wrong);
    assertThat(config.problems()).hasSize(wrong.size());
    wrong
        .keySet()
        .forEach(
            name ->
                assertThat(config.problems())
                    .anySatisfy(problem -> assertThat(problem).startsWith(name + " (")));
  }

  @Test
  void parts_that_do_not_rise_are_refused_by_name_and_off_is_a_word_for_each_rule() {
    assertThat(config(Map.of("strikewire.exit.partials", "40:0.5,25:0.5")).problems())
        .singleElement()
        .asString()
        .startsWith("strikewire.exit.partials (")
        .contains("rising");
    Map<String, String> off = new HashMap<>();
    for (String rule : List.of("partials", "trailing-stop", "days-to-expiry")) {
      off.put("strikewire.exit." + rule, "OFF");
    }
    off.put("strikewire.exit.max-holding-minutes", "OFF");
    BookConfig config = config(off);
    assertThat(config.problems()).isEmpty();
    assertThat(config.settings().exits()).isEqualTo(config(Map.of()).settings().exits());
  }

  private static BookConfig config(Map<String, String> texts) {
    return new BookConfig(name -> Optional.ofNullable(texts.get(name)), Preset.DEVELOPMENT);
  }

  private static BigDecimal limit(BookSettings settings, RiskLimit limit) {
    return settings.entries().limits().limits().get(limit);
  }
}
