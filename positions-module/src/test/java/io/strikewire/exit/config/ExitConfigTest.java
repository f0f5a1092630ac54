package io.strikewire.exit.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.config.SettingsReader;
import io.strikewire.exit.ExitSettings;
import io.strikewire.exit.ExitSettings.Partial;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExitConfigTest {

  @Test
  void by_default_only_the_four_rules_and_the_early_close_are_on() {
    ExitSettings settings = read(Map.of());
    assertThat(settings.profitTarget()).isEqualByComparingTo("50");
    assertThat(settings.stopLoss()).isEqualByComparingTo("-30");
    assertThat(settings.beforeEarlyClose()).isPresent();
    assertThat(settings.partials()).isEmpty();
    assertThat(settings.trailing()).isEmpty();
    assertThat(settings.daysToExpiry()).isEmpty();
    assertThat(settings.maxHolding()).isEmpty();
  }

  @Test
  void every_further_rule_can_be_turned_on() {
    ExitSettings settings =
        read(
            Map.of(
                "strikewire.exit.partial-exits", "25:0.5, 40:0.25",
                "strikewire.exit.trailing-stop-percent", "15",
                "strikewire.exit.days-to-expiry", "0",
                "strikewire.exit.max-holding-minutes", "60",
                "strikewire.exit.minutes-before-early-close", "0"));
    assertThat(settings.partials())
        .containsExactly(
            new Partial(BigDecimal.valueOf(25), new BigDecimal("0.5")),
            new Partial(BigDecimal.valueOf(40), new BigDecimal("0.25")));
    assertThat(settings.trailing().orElseThrow().fall()).isEqualByComparingTo("15");
    assertThat(settings.daysToExpiry()).contains(0);
    assertThat(settings.maxHolding().orElseThrow()).hasMinutes(60);
    assertThat(settings.beforeEarlyClose()).isEmpty();
  }

  @Test
  void parts_that_do_not_rise_or_cannot_be_read_are_refused_by_name() {
    for (String text : new String[] {"40:0.5,25:0.5", "25", "25:2", "25:0.5,", "a:b"}) {
      SettingsReader reader =
          new SettingsReader(
              name ->
                  Optional.of(text).filter(set -> name.equals("strikewire.exit.partial-exits")));
      assertThat(ExitConfig.read(reader).partials()).as(text).isEmpty();
      assertThat(reader.problems()).singleElement().asString().contains("partial-exits");
    }
  }

  private static ExitSettings read(Map<String, String> set) {
    SettingsReader reader = new SettingsReader(name -> Optional.ofNullable(set.get(name)));
    ExitSettings settings = ExitConfig.read(reader);
    assertThat(reader.problems()).isEmpty();
    return settings;
  }
}
