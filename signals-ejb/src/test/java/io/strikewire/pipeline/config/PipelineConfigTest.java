package io.strikewire.pipeline.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.config.Preset;
import io.strikewire.config.SettingsReader;
import io.strikewire.signal.AuthGrade;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PipelineConfigTest {

  @Test
  void each_environment_has_defaults_of_its_own() {
    assertThat(read(Preset.DEVELOPMENT, Map.of()).validation().cooldown()).hasSeconds(60);
    assertThat(read(Preset.STAGING, Map.of()).decision().size().positionLimit()).isEqualTo(3);
    PipelineSettings production = read(Preset.PRODUCTION, Map.of());
    assertThat(production.decision().risk().maxVix()).isEqualTo(40);
    assertThat(production.decision().size().base()).isEqualTo(3);
    assertThat(production.timestampRequired()).isTrue();
    assertThat(read(Preset.DEVELOPMENT, Map.of()).timestampRequired()).isFalse();
  }

  @Test
  void what_is_set_counts_more_than_a_preset_under_either_name() {
    assertThat(
            read(Preset.PRODUCTION, Map.of("MAX_VIX_FOR_ENTRY", "33")).decision().risk().maxVix())
        .isEqualTo(33);
    assertThat(
            read(Preset.PRODUCTION, Map.of("strikewire.validation.cooldown-seconds", "7"))
                .validation()
                .cooldown())
        .hasSeconds(7);
  }

  @Test
  void weaker_grades_are_capped_and_signed_senders_are_not() {
    var caps = read(Preset.DEVELOPMENT, Map.of()).decision().caps();
    assertThat(caps.get(AuthGrade.TOKEN).contracts()).isEqualTo(2);
    assertThat(caps.get(AuthGrade.TOKEN_AND_ADDRESS).confidence()).isEqualTo(90);
    assertThat(caps).doesNotContainKey(AuthGrade.HMAC);
  }

  @Test
  void weights_that_cannot_be_read_are_refused_by_name() {
    for (String text :
        new String[] {"GEX", "GEX:-1", "GEX:0.0000001", "GEX:x", "GEX:1,", "G X:1"}) {
      SettingsReader reader =
          new SettingsReader(
              name ->
                  Optional.of(text)
                      .filter(set -> name.equals("strikewire.confluence.source-weights")));
      PipelineConfig.read(reader, Preset.DEVELOPMENT);
      assertThat(reader.problems()).as(text).singleElement().asString().contains("source-weights");
    }
  }

  @Test
  void an_unknown_environment_is_development() {
    assertThat(Preset.of("production")).isEqualTo(Preset.PRODUCTION);
    assertThat(Preset.of("nowhere")).isEqualTo(Preset.DEVELOPMENT);
  }

  private static PipelineSettings read(Preset preset, Map<String, String> set) {
    SettingsReader reader =
        new SettingsReader(name -> Optional.ofNullable(set.get(name)), preset.defaults());
    PipelineSettings settings = PipelineConfig.read(reader, preset);
    assertThat(reader.problems()).isEmpty();
    return settings;
  }
}
