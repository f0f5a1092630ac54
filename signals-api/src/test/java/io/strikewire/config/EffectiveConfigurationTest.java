package io.strikewire.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.config.EffectiveConfiguration.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EffectiveConfigurationTest {

  private static final String VIX = "strikewire.risk.max-vix-for-entry";

  private static final List<Setting<?>> SETTINGS =
      List.of(
          Settings.whole(
              "strikewire.validation.cooldown-seconds", "COOLDOWN_SECONDS", 300, 0, 900, ""),
          Settings.whole(VIX, "MAX_VIX_FOR_ENTRY", 50, 1, 100, ""),
          new Setting<>(
              "strikewire.context.provider-key",
              Optional.empty(),
              "none",
              "a key",
              "",
              t -> t,
              true));

  @Test
  void nothing_set_gives_defaults_and_the_presets_own() {
    EffectiveConfiguration read = read(Map.of(), Map.of(), Map.of(), Preset.PRODUCTION);
    assertThat(read.mistakes()).isEmpty();
    assertThat(read.values())
        .containsExactly(
            new Value("strikewire.context.provider-key", "none", "default"),
            new Value(VIX, "40", "preset production"),
            new Value("strikewire.validation.cooldown-seconds", "180", "preset production"));
  }

  @Test
  void a_property_wins_over_the_environment_and_that_over_the_file_under_either_name() {
    assertThat(vix(Map.of(VIX, "31"), Map.of("MAX_VIX_FOR_ENTRY", "32"), Map.of(VIX, "33")))
        .isEqualTo(new Value(VIX, "31", "system property " + VIX));
    assertThat(vix(Map.of(), Map.of("MAX_VIX_FOR_ENTRY", "32"), Map.of(VIX, "33")))
        .isEqualTo(new Value(VIX, "32", "environment MAX_VIX_FOR_ENTRY"));
    assertThat(vix(Map.of(), Map.of("STRIKEWIRE_RISK_MAX_VIX_FOR_ENTRY", "30"), Map.of()).origin())
        .isEqualTo("environment STRIKEWIRE_RISK_MAX_VIX_FOR_ENTRY");
    assertThat(vix(Map.of(), Map.of("MAX_VIX_FOR_ENTRY", " "), Map.of("MAX_VIX_FOR_ENTRY", "33")))
        .isEqualTo(new Value(VIX, "33", "file mine.properties"));
  }

  @Test
  void every_mistake_is_named_at_once_and_no_secret_is_shown() {
    EffectiveConfiguration read =
        read(
            Map.of("strikewire.risk.max-vix-for-entri", "3"),
            Map.of(
                "COOLDOWN_SECONDS", "soon",
                "STRIKEWIRE_CONTEXT_PROVIDER_KEY", "hush",
                "STRIKEWIRE_VALIDATION_COOLDOWN", "3",
                "STRIKEWIRE_SERVICE_HOST", "10.0.0.1",
                "STRIKEWIRE_PORT_8080_TCP_ADDR", "10.0.0.1"),
            Map.of("max-vix", "3"),
            Preset.DEVELOPMENT);
    assertThat(read.values())
        .contains(
            new Value(
                "strikewire.context.provider-key",
                "***",
                "environment STRIKEWIRE_CONTEXT_PROVIDER_KEY"));
    assertThat(read.mistakes())
        .containsExactly(
            "strikewire.validation.cooldown-seconds (environment COOLDOWN_SECONDS): a whole number"
                + " from 0 to 900 is accepted, was \"soon\"",
            "STRIKEWIRE_VALIDATION_COOLDOWN: no such setting; the nearest is"
                + " STRIKEWIRE_VALIDATION_COOLDOWN_SECONDS",
            "strikewire.risk.max-vix-for-entri: no such setting; the nearest is " + VIX,
            "max-vix (file mine.properties): no such setting; the nearest is MAX_VIX_FOR_ENTRY");
  }

  @Test
  void the_file_speaks_to_the_application_only_where_nothing_stronger_does() {
    SettingSources sources =
        new SettingSources(
            Map.of(),
            Map.of("COOLDOWN_SECONDS", "7"),
            Map.of("strikewire.validation.cooldown-seconds", "8", VIX, "33"),
            "mine.properties",
            Preset.DEVELOPMENT);
    assertThat(sources.fromFile(SETTINGS)).isEqualTo(Map.of(VIX, "33"));
  }

  private static Value vix(
      Map<String, String> properties, Map<String, String> environment, Map<String, String> file) {
    return read(properties, environment, file, Preset.DEVELOPMENT).values().get(1);
  }

  private static EffectiveConfiguration read(
      Map<String, String> properties,
      Map<String, String> environment,
      Map<String, String> file,
      Preset preset) {
    return EffectiveConfiguration.of(
        SETTINGS, new SettingSources(properties, environment, file, "mine.properties", preset));
  }
}
